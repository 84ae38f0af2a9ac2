import { expect, test } from "vitest";
import { readAccount, type JournalLine, type JournalTarget, type ProjectState } from "../../../src/state/index.ts";
import { journalAt } from "../../harness/journal-at.ts";
import { statePlace } from "../../harness/state-place.ts";

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

const write = (place: ProjectState, command: string, began: number, lines: JournalLine[]) =>
  journalAt(place, time(began), lines, { command });

const noneRuns = () => false;
const owedAt = async (place: ProjectState) => (await readAccount(place, noneRuns))?.events;

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

test("a target that was named instead takes over what is owed", async () => {
  const place = await statePlace();
  await write(place, "replay", 1, [received(1, "a", [crm])]);
  await write(place, "replay", 2, [received(2, "a", [erp], [crm])]);
  expect(await owedAt(place)).toEqual([owed("a", erp)]);
  await write(place, "replay", 3, [delivery(3, "a", erp, true)]);
  expect(await owedAt(place)).toEqual([]);
});

test("a clock that is set back leaves the order within a journal", async () => {
  const place = await statePlace();
  await write(place, "replay", 1, [received(5, "a", [crm]), delivery(2, "a", crm, true)]);
  expect(await owedAt(place)).toEqual([]);
});

test("of journals that were written at once, the lines are taken by their times", async () => {
  const place = await statePlace();
  await write(place, "replay", 1, [received(1, "a", [crm]), received(4, "b", [crm]), delivery(6, "b", crm, true)]);
  await write(place, "replay", 2, [delivery(2, "a", crm, true), delivery(5, "b", crm, false)]);
  await write(place, "replay", 3, [delivery(3, "a", crm, false)]);
  expect(await owedAt(place)).toEqual([owed("a", crm)]);
});

test("what is recorded nowhere is counted for each journal by itself", async () => {
  const place = await statePlace();
  await write(place, "replay", 1, [delivery(1, undefined, crm, false)]);
  await write(
    place,
    "replay",
    2,
    [1, 2, 3].map(() => delivery(2, undefined, crm, true)),
  );
  expect((await readAccount(place, noneRuns))?.unrecorded).toBe(1);
});
