import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openJournal, type JournalLine, type ProjectState } from "../../src/state/index.ts";

/** A journal that was begun then, and written to last at the time of its last line; gives its name. */
export async function journalAt(
  place: ProjectState,
  at: Date,
  lines: readonly JournalLine[],
  { command = "replay", processId = 1 } = {},
): Promise<string> {
  const clock = { ...systemClock, now: () => at };
  const journal = await openJournal(place, { command, clock, processId, onFailure: () => expect.unreachable() });
  for (const line of lines) void journal.write(line);
  await journal.close();
  const name = `${at.toISOString().replace(/[-:.]/g, "")}-${processId}-${command}.ndjson`;
  const written = new Date(lines.at(-1)?.at ?? at);
  await utimes(join(place.folder, "journal", name), written, written);
  return name;
}
