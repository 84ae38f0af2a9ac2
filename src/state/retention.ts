import { stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { failedIn } from "./failed.ts";
import { isGivenSomething, journalNames, readJournal, type JournalLine } from "./journal.ts";

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
    const lines = await readJournal(file).catch(() => []);
    const isSession = name.endsWith("-listen.ndjson");
    if (isSession && isGivenSomething(lines)) owing = []; // what was before is not counted any more
    if (owes(lines) || (!isSession && owing.length > 0 && delivered(lines))) owing.push(name);
  }
  return owing;
}

function owes(lines: readonly JournalLine[]): boolean {
  return failedIn(lines).events.length > 0;
}

function delivered(lines: readonly JournalLine[]): boolean {
  return lines.some((line) => line.type === "delivery" && line.delivered);
}

/** 0, and so too old, where it is gone. */
async function timeWritten(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
