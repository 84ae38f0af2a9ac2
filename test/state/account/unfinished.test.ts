import { expect, test } from "vitest";
import { readAccount, type JournalLine, type JournalTarget, type ProjectState } from "../../../src/state/index.ts";
import { journalAt } from "../../harness/journal-at.ts";
import { statePlace } from "../../harness/state-place.ts";

const time = (minute: number) => new Date(Date.UTC(2026, 10, 23, 14, minute));
const at = (minute: number) => time(minute).toISOString();
const kept = (text: string): JournalTarget => ({ kind: "http", text, canBeSentToAgain: true, number: 1 });
const [crm, erp] = [kept("http://localhost:4001/"), kept("http://localhost:4002/")];
const selection = { at: at(0), names: ["fixtures"], cwd: "/shop", fixtures: "/shop/fixtures", count: 3 };
const chosen = { selection };

const start = (minute: number, targets: JournalTarget[], more: object = {}): JournalLine => {
  const startTargets = targets.map((target) => ({ ...target, patterns: "*", credentials: false, headers: [] }));
  return { type: "start", form: 2, at: at(minute), command: "replay", fixtures: "", targets: startTargets, ...more };
};
const received = (minute: number, file: string, targets: JournalTarget[], insteadOf?: JournalTarget[]): JournalLine => {
  return { type: "received", at: at(minute), event: "user.added", file, targets, insteadOf };
};
const delivery = (minute: number, file: string, target: JournalTarget, delivered = true): JournalLine => {
  return { type: "delivery", at: at(minute), event: "user.added", file, target, delivered, ms: 1 };
};
const end = (minute: number, more: { interrupted?: true } = {}): JournalLine => ({
  type: "end",
  at: at(minute),
  ...more,
});

/** What is left, of files a to d: for each unfinished run what it misses of each. */
async function leftOf(place: ProjectState, isAlive: (processId: number, since: Date) => boolean = () => false) {
  const account = await readAccount(place, isAlive);
  const missing = account?.unfinished.map((run) =>
    ["a", "b", "c", "d"].map((file) => run.missing(file).map(({ text }) => text)),
  );
  const { inDoubt, events, running } = account ?? {};
  return { missing, inDoubt, owed: events?.map(({ file }) => file), running };
}
const [both, one, none] = [[crm.text, erp.text], [crm.text], []];

test("a run without an end misses what neither it nor a later one came to, at each target", async () => {
  const place = await statePlace();
  await journalAt(place, time(1), [start(1, [crm, erp], chosen), received(1, "a", [crm, erp])]);
  await journalAt(place, time(2), [start(2, [erp]), received(2, "b", [erp]), received(2, "c", [erp], [crm]), end(2)]);
  expect((await leftOf(place)).missing).toEqual([[none, one, none, both]]);
});

test("what a run before it came to is no less missing", async () => {
  const place = await statePlace();
  await journalAt(place, time(1), [start(1, [crm], chosen), received(1, "a", [crm]), delivery(1, "a", crm), end(1)]);
  await journalAt(place, time(2), [start(2, [crm], chosen), received(2, "b", [crm]), delivery(2, "b", crm)]);
  expect((await leftOf(place)).missing).toEqual([[one, none, one, one]]);
});

test.each([
  ["that came to its end", [start(1, [crm], chosen), received(1, "a", [crm]), end(2)]],
  ["without a selection", [start(1, [crm]), received(1, "a", [crm])]],
])("a run %s misses nothing", async (_, lines) => {
  const place = await statePlace();
  await journalAt(place, time(1), lines);
  expect((await leftOf(place)).missing).toEqual([]);
});

test("a run that was interrupted misses what it did not come to, and nothing of it is in doubt", async () => {
  const place = await statePlace();
  await journalAt(place, time(1), [start(1, [crm], chosen), received(1, "a", [crm]), end(2, { interrupted: true })]);
  expect(await leftOf(place)).toMatchObject({ missing: [[none, one, one, one]], inDoubt: 0, owed: ["a"] });
});

test("a run misses nothing any more once another resumed it and came to its end", async () => {
  const place = await statePlace();
  const name = await journalAt(place, time(1), [start(1, [crm], chosen), received(1, "a", [crm])]);
  const resuming = [start(2, [crm], { resumes: [name] }), received(2, "b", [crm])];
  await journalAt(place, time(2), [...resuming, end(2, { interrupted: true })]);
  expect((await leftOf(place)).missing).toEqual([[none, none, one, one]]);
  await journalAt(place, time(3), [...resuming, end(3)]);
  expect((await leftOf(place)).missing).toEqual([]);
});

test("in doubt is what a run without an end noted and has no result of, each once, while it is owed", async () => {
  const place = await statePlace();
  const lines = [received(1, "a", [crm]), received(1, "b", [crm, erp]), received(1, "c", [crm])];
  const results = [delivery(1, "a", crm), delivery(1, "b", erp, false)];
  await journalAt(place, time(1), [start(1, [crm, erp], chosen), ...lines, ...results]);
  expect(await leftOf(place)).toMatchObject({ inDoubt: 2, owed: ["b", "c"] });
  await journalAt(place, time(2), [start(2, [crm]), received(2, "b", [crm])]);
  expect((await leftOf(place)).inDoubt).toBe(2);
  await journalAt(place, time(3), [start(3, [crm]), received(3, "b", [crm]), delivery(3, "b", crm), end(3)]);
  expect(await leftOf(place)).toMatchObject({ inDoubt: 1, owed: ["b", "c"] });
});

test("of a run that goes on, what it has not delivered is left to it, and nothing of it is in doubt", async () => {
  const place = await statePlace();
  const lines = [received(1, "a", [crm]), received(1, "b", [crm]), delivery(1, "b", crm, false)];
  await journalAt(place, time(1), [start(1, [crm], chosen), ...lines], { processId: 4711 });
  const asked: unknown[] = [];
  const isAlive = (...about: unknown[]) => asked.push(...about) > 0;
  expect(await leftOf(place, isAlive)).toEqual({ missing: [], inDoubt: 0, owed: ["b"], running: [time(1)] });
  expect(asked).toEqual([4711, time(1)]);
});

test("what a run that goes on resumes is left to it too", async () => {
  const place = await statePlace();
  const name = await journalAt(place, time(1), [start(1, [crm], chosen), received(1, "a", [crm])]);
  const resuming = [start(2, [crm], { resumes: [name] }), received(2, "b", [crm])];
  await journalAt(place, time(2), resuming, { processId: 4711 });
  const isAlive = (processId: number) => processId === 4711;
  const left = { missing: [], inDoubt: 0, owed: [], running: [time(2)] };
  expect(await leftOf(place, isAlive)).toEqual(left);
});

test("a run whose end was written does not go on, whoever has its process id now", async () => {
  const place = await statePlace();
  await journalAt(place, time(1), [start(1, [crm], chosen), received(1, "a", [crm]), end(2, { interrupted: true })]);
  expect(await leftOf(place, () => true)).toMatchObject({ owed: ["a"], running: [] });
});
