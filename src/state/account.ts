import { failedIn, type FailedDeliveries } from "./failed.ts";
import { isGivenSomething, journalFiles, readJournal, readLastJournal, type JournalLine } from "./journal.ts";
import type { ProjectState } from "./project.ts";

/** The journals that `--failed` counts: of the last `listen` session that was given something, and of the runs since. */
export async function readAccount(state: ProjectState): Promise<JournalLine[][]> {
  const session = await readLastJournal(state, ["listen"], { having: ["received", "delivery"] });
  const since = session[0]?.at ?? "";
  const runs: JournalLine[][] = [];
  for (const { file, writtenAt } of await journalFiles(state, ["replay"])) {
    if (since !== "" && writtenAt < Date.parse(since)) break; // the newest come first
    const lines = (await readJournal(file)).filter(({ type, at }) => type === "start" || at >= since);
    if (isGivenSomething(lines)) runs.push(lines);
  }
  return [session, ...runs.toReversed()].filter((lines) => lines.length > 0);
}

/** What these journals together leave owed: a session may go on while a run sends, so their lines are taken by time. */
export function owedBy(journals: readonly (readonly JournalLine[])[]): FailedDeliveries {
  const timed = journals
    .flatMap(inOrder)
    .toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  const unrecorded = journals.reduce((sum, lines) => sum + failedIn(lines).unrecorded, 0);
  return { events: failedIn(timed.map(({ line }) => line)).events, unrecorded };
}

/** A clock that is set back does not change the order within a journal. */
function inOrder(lines: readonly JournalLine[]): { at: string; line: JournalLine }[] {
  let latest = "";
  return lines.map((line) => {
    if (line.at > latest) latest = line.at;
    return { at: latest, line };
  });
}
