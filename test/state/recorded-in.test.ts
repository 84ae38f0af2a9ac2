import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import {
  journalForm,
  lastRecordedIn,
  openJournal,
  type JournalLine,
  type ProjectState,
} from "../../src/state/index.ts";
import { statePlace } from "../harness/state-place.ts";

const time = (minute: number) => new Date(Date.UTC(2026, 10, 23, 14, minute));

/** A session in one minute, which recorded in `fixtures` if it has a `file`. */
async function session(
  place: ProjectState,
  minute: number,
  { fixtures, file, command = "listen" }: { fixtures: string; file?: string; command?: string },
): Promise<void> {
  const at = time(minute).toISOString();
  const lines: JournalLine[] = [
    { type: "start", form: journalForm, at, command, fixtures, targets: [] },
    { type: "received", at, event: "user.added", ...(file !== undefined && { file }), targets: [] },
  ];
  const onFailure = () => expect.unreachable();
  const journal = await openJournal(place, {
    command,
    clock: { ...systemClock, now: () => time(minute) },
    processId: 1,
    onFailure,
  });
  for (const line of lines) journal.write(line);
  await journal.close();
  const name = `${at.replace(/[-:.]/g, "")}-1-${command}.ndjson`;
  await utimes(join(place.folder, "journal", name), time(minute), time(minute));
}

test("is where the last session recorded, of those that recorded something", async () => {
  const place = await statePlace();
  expect(await lastRecordedIn(place)).toBe(undefined);
  await session(place, 1, { fixtures: "/crm", file: "/crm/a.json" });
  await session(place, 2, { fixtures: "/billing", file: "/billing/a.json" });
  expect(await lastRecordedIn(place)).toBe("/billing");
  await session(place, 3, { fixtures: "" }); // with --no-record
  await session(place, 4, { fixtures: "/empty" });
  await session(place, 5, { fixtures: "/sent", file: "/sent/a.json", command: "replay" });
  expect(await lastRecordedIn(place)).toBe("/billing");
});
