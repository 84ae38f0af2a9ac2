import { Owed, Unrecorded } from "../../src/state/account/owed.ts";
import type { FailedEvent, JournalLine } from "../../src/state/index.ts";

/** What these lines of one journal leave owed. */
export function failedIn(lines: readonly JournalLine[]): { events: FailedEvent[]; unrecorded: number } {
  const [owed, unrecorded] = [new Owed(), new Unrecorded()];
  for (const line of lines) {
    owed.take(line);
    unrecorded.take(line);
  }
  return { events: owed.events, unrecorded: unrecorded.count };
}
