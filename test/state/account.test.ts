import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import {
  openJournal,
  owedBy,
  readAccount,
  type JournalLine,
  type JournalTarget,
  type ProjectState,
} from "../../src/state/index.ts";
import { statePlace } from "../harness/state-place.ts";

const time = (minute: number) => new Date(Date.UTC(2026, 10, 23, 14, minute));
const kept = (text: string): JournalTarget => ({ kind: "http", text, canBeSentToAgain: true, number: 1 });
const [crm, erp] = [kept("http://localhost:4001/"), kept("http://localhost:4002/")];

const received = (minute: number, file: string, targets: JournalTarget[], insteadOf?: JournalTarget[]): JournalLine => {
  return { type: "received", at: time(minute).toISOString(), event: "user.added", file, targets, insteadOf };
};
const delivery = (minute: number, file: string | undefined, target: JournalTarget, delivered: boolean): JournalLine => {
  return { type: "delivery", at: time(minute).toISOString(), event: "user.added", file, target, delivered, ms: 1 };
};
const owed = (file: string, ...targets: JournalTarget[]) => ({ event: "user.added", file, targets });

/** Written last at the minute of its last line. */
async function write(place: ProjectState, command: string, began: number, lines: JournalLine[]): Promise<void> {
  const at = time(began);
  const journal = await openJournal(place, {
    command,
    clock: { ...systemClock, now: () => at },
    processId: 1,
    onFailure: () => expect.unreachable(),
  });
  for (const line of lines) journal.write(line);
  await journal.close();
  const name = `${at.toISOString().replace(/[-:.]/g, "")}-1-${command}.ndjson`;
  const written = new Date(lines.at(-1)?.at ?? at);
  await utimes(join(place.folder, "journal", name), written, written);
}

const owedAt = async (place: ProjectState) => owedBy(await readAccount(place)).events;

test("what a later run delivered is settled, at the target that it was delivered to alone", async () => {
  const place = await statePlace();
  await write(place, "listen", 1, [received(1, "a", [crm, erp]), received(1, "b", [crm])]);
  await write(place, "replay", 2, [received(2, "a", [crm]), delivery(2, "a", crm, true)]);
  expect(await owedAt(place)).toEqual([owed("a", erp), owed("b", crm)]);
});

test("what a later run failed to deliver is owed as well", async () => {
  const place = await statePlace();
  await write(place, "listen", 1, [received(1, "a", [crm])]);
  await write(place, "replay", 2, [received(2, "b", [erp]), delivery(2, "b", erp, false)]);
  expect(await owedAt(place)).toEqual([owed("a", crm), owed("b", erp)]);
});

test("a run before the session, or before another that was given something, counts no more", async () => {
  const place = await statePlace();
  await write(place, "listen", 1, [received(1, "a", [crm])]);
  await write(place, "replay", 2, [received(2, "b", [crm])]);
  await write(place, "listen", 3, [received(3, "c", [crm])]);
  await write(place, "listen", 4, [{ type: "end", at: time(4).toISOString() }]);
  expect(await owedAt(place)).toEqual([owed("c", crm)]);
});

test("a run that delivered while the session went on counts, and so does what failed in the session afterwards", async () => {
  const place = await statePlace();
  await write(place, "listen", 1, [
    received(1, "a", [crm]),
    delivery(1, "a", crm, false),
    received(1, "b", [crm]),
    delivery(1, "b", crm, false),
    delivery(5, "b", crm, false),
  ]);
  await write(place, "replay", 3, [delivery(3, "a", crm, true), delivery(3, "b", crm, true)]);
  expect(await owedAt(place)).toEqual([owed("b", crm)]);
});

test("runs alone are counted where no session was given something", async () => {
  const place = await statePlace();
  await write(place, "replay", 1, [received(1, "a", [crm]), received(1, "b", [crm])]);
  await write(place, "replay", 2, [received(2, "a", [crm]), delivery(2, "a", crm, true)]);
  expect(await owedAt(place)).toEqual([owed("b", crm)]);
});

test("a target that was named instead takes over what is owed", () => {
  const lines = [received(1, "a", [crm]), received(2, "a", [erp], [crm])];
  expect(owedBy([lines]).events).toEqual([owed("a", erp)]);
  expect(owedBy([[...lines, delivery(3, "a", erp, true)]]).events).toEqual([]);
});

test("a clock that is set back leaves the order within a journal", () => {
  expect(owedBy([[received(5, "a", [crm]), delivery(2, "a", crm, true)]]).events).toEqual([]);
});

test("what is recorded nowhere is counted for each journal by itself", () => {
  const often = [1, 2, 3].map(() => delivery(2, undefined, crm, true));
  expect(owedBy([[delivery(1, undefined, crm, false)], often]).unrecorded).toBe(1);
});
