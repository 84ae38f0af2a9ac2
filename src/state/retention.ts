import { stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { linesIn } from "./account/lines.ts";
import { Owed } from "./account/owed.ts";
import { isGiven, journalNames } from "./journal.ts";

const kept = 20;
/** Of those that still owe something, beyond the last 20. */
const keptOwing = 80;
const weekMs = 7 * 24 * 3_600_000;

/**
 * Makes room for one more journal: the last 20 are kept, and beyond them, up to 7 days, what `--failed` still reads. Only
 * those beyond are read, one after another; 80 of them are kept at most, the newest.
 */
export async function removeOldJournals(folder: string, now: Date): Promise<void> {
  const names = await journalNames(folder);
  const old = names.slice(0, Math.max(0, names.length - (kept - 1)));
  const owing = await owingAmong(old, folder, now);
  const removed = old.filter((name) => !owing.slice(-keptOwing).includes(name));
  await Promise.all(removed.map((name) => unlink(join(folder, name)).catch(() => undefined)));
}

/** Sessions and runs that leave something owed, and runs after them that delivered: these settle what others owe. */
async function owingAmong(old: readonly string[], folder: string, now: Date): Promise<string[]> {
  let owing: string[] = [];
  for (const name of old) {
    const file = join(folder, name);
    if (now.getTime() - (await timeWritten(file)) > weekMs) continue;
    const told = await toldBy(file).catch(() => nothingTold);
    const isSession = name.endsWith("-listen.ndjson");
    if (isSession && told.isGivenSomething) owing = []; // what was before is not counted any more
    if (told.owes || (!isSession && owing.length > 0 && told.delivered)) owing.push(name);
  }
  return owing;
}

const nothingTold = { isGivenSomething: false, owes: false, delivered: false };

/** A run that did not come to its end owes the rest of its selection. */
async function toldBy(journal: string): Promise<typeof nothingTold> {
  const owed = new Owed();
  const told = { ...nothingTold };
  let isUnfinished = false;
  for await (const lines of linesIn(journal)) {
    for (const line of lines) {
      owed.take(line);
      if (isGiven(line)) told.isGivenSomething = true;
      if (line.type === "delivery" && line.delivered) told.delivered = true;
      if (line.type === "start" && line.selection !== undefined) isUnfinished = true;
      if (line.type === "end" && line.interrupted !== true) isUnfinished = false;
    }
  }
  return { ...told, owes: owed.events.length > 0 || isUnfinished };
}

/** 0, and so too old, where it is gone. */
async function timeWritten(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
