import { expect, test } from "vitest";
import { manualClock } from "../../harness/manual-clock.ts";
import { startHandler } from "../../harness/handler.ts";
import { numbered, replayOptions, startReplay } from "../../harness/replay-run.ts";
import { readLastJournal } from "../../../src/state/index.ts";
import { failedIn } from "../../harness/failed-in.ts";
import { statePlace } from "../../harness/state-place.ts";

const retryWaitsMs = [300_000, 600_000];
const note = (body: string) => (JSON.parse(body) as { note: number }).note;

test("a failed delivery is tried again when the schedule says so, while the others go on", async () => {
  const clock = manualClock();
  const came: (readonly [number, number])[] = [];
  const handler = await startHandler((body) => {
    came.push([note(body), clock.elapsed()]);
    return note(body) === 0 && came.filter(([number]) => number === 0).length < 3 ? 503 : 200;
  });
  const { notices, result } = startReplay(replayOptions(numbered(2), handler.url, { retryWaitsMs }), { clock });
  await expect.poll(() => notices.length).toBe(2);
  await clock.untilSleepingFor(300_000);
  await clock.advance(300_000);
  await clock.untilSleepingFor(600_000);
  await clock.advance(600_000);
  expect(await result).toMatchObject({
    sent: 2,
    succeeded: 2,
    failed: 0,
    failures: [],
    retries: 2,
    recordedFailures: 0,
  });
  expect(came).toEqual([
    [0, 0],
    [1, 0],
    [0, 300_000],
    [0, 900_000],
  ]);
  expect(notices).toMatchObject([
    { kind: "retrying", name: "0.json", number: 1, of: 3, inMs: 300_000, attempt: { reason: "503" } },
    { kind: "replayed", name: "1.json", number: 1, attempts: 1 },
    { kind: "retrying", name: "0.json", number: 2, of: 3, inMs: 600_000 },
    { kind: "replayed", name: "0.json", number: 2, attempts: 3, attempt: { outcome: "accepted" } },
  ]);
});

test("what fails to the end is given up, and is one failure", async () => {
  const clock = manualClock();
  const handler = await startHandler(() => 500);
  const { result } = startReplay(replayOptions(numbered(1), handler.url, { retryWaitsMs }), { clock });
  await clock.untilSleepingFor(300_000);
  await clock.advance(300_000);
  await clock.untilSleepingFor(600_000);
  await clock.advance(600_000);
  expect(await result).toMatchObject({ sent: 1, failed: 1, retries: 2, failures: [{ why: "500", count: 1 }] });
  expect(handler.bodies()).toHaveLength(3);
});

test("an interruption waits for no retry: what was to be tried again has failed, and is owed", async () => {
  const state = await statePlace();
  const clock = manualClock();
  const interruption = new AbortController();
  const handler = await startHandler(() => 500);
  const { notices, result } = startReplay(replayOptions(numbered(2), handler.url, { retryWaitsMs }), {
    clock,
    state,
    signal: interruption.signal,
  });
  await clock.untilSleepingFor(300_000);
  await expect.poll(() => handler.bodies().length).toBe(2);
  await expect.poll(() => notices.length).toBe(2);
  interruption.abort();
  expect(await result).toMatchObject({ sent: 2, failed: 2, retries: 0, interrupted: true, recordedFailures: 2 });
  expect(notices.slice(2)).toMatchObject([
    { kind: "replayed", attempts: 1 },
    { kind: "replayed", attempts: 1 },
  ]);
  expect(failedIn(await readLastJournal(state, ["replay"])).events.map(({ file }) => file)).toEqual([
    "/fixtures/0.json",
    "/fixtures/1.json",
  ]);
});

test("an event keeps its place among those of its resource only in its first attempt", async () => {
  const clock = manualClock();
  const handler = await startHandler((body) => (note(body) === 0 && handler.bodies().length === 1 ? 500 : 200));
  const fixtures = numbered(2).map((one) => ({
    ...one,
    load: async () => {
      const fixture = await one.load();
      const { note: number } = fixture.payload as { note: number };
      return { ...fixture, payload: { resource: { type: "USER", uuid: "one" }, note: number } };
    },
  }));
  const options = replayOptions(fixtures, handler.url, { retryWaitsMs, concurrency: 5 });
  const { result } = startReplay(options, { clock });
  await clock.untilSleepingFor(300_000);
  await expect.poll(() => handler.bodies().map(note)).toEqual([0, 1]);
  await clock.advance(300_000);
  expect(await result).toMatchObject({ succeeded: 2, retries: 1 });
  expect(handler.bodies().map(note)).toEqual([0, 1, 0]);
});
