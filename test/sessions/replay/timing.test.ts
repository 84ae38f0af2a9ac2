import { expect, test } from "vitest";
import { startHandler } from "../../harness/handler.ts";
import { manualClock, type ManualClock } from "../../harness/manual-clock.ts";
import { numbered, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";
import type { ReplayNotice } from "../../../src/sessions/index.ts";

const ended = (notices: readonly ReplayNotice[]) => notices.filter(({ kind }) => kind === "replayed").length;

/** When each came, on the clock of the run. */
async function arrivals(clock: ManualClock) {
  const times: number[] = [];
  const handler = await startHandler(() => {
    times.push(clock.elapsed());
    return 200;
  });
  return { times, url: handler.url };
}

/** What nobody tells of: looks at each turn of the event loop. The test's own time limit ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

test("with a rate they set out one after the other, so far apart", async () => {
  const clock = manualClock();
  const { times, url } = await arrivals(clock);
  const { result } = startReplay(replayOptions(numbered(4), url, { timing: { perSecond: 4 } }), { clock });
  for (const came of [1, 2, 3, 4]) {
    await until(() => times.length === came);
    await clock.advance(250);
  }
  expect(times).toEqual([0, 250, 500, 750]);
  expect(await result).toMatchObject({ sent: 4, behindMs: 0 });
});

test("the recorded spacing is kept, or compressed; what came earlier than one before it is due with that", async () => {
  const clock = manualClock();
  const { times, url } = await arrivals(clock);
  const at = ["14:00:00.000", "14:00:06.000", "13:59:00.000", "14:01:00.000"];
  const fixtures = at.map((time, index) =>
    replayable({ event: "user.added", receivedAt: `2026-11-23T${time}Z`, payload: { note: index } }, `${index}.json`),
  );
  const { result } = startReplay(replayOptions(fixtures, url, { timing: { pace: 6 } }), { clock });
  for (const [came, ms] of [
    [1, 1_000],
    [3, 9_000],
    [4, 0],
  ] as const) {
    await until(() => times.length === came);
    await clock.advance(ms);
  }
  expect([times, (await result).sent]).toEqual([[0, 1_000, 1_000, 10_000], 4]);
});

test("a handler that stalls for a second shows in what those took that were due meanwhile", async () => {
  const clock = manualClock();
  let came = 0;
  const handler = await startHandler(
    () => 200,
    async () => {
      came += 1;
      if (came === 101) await clock.sleep(1_000);
    },
  );
  const options = replayOptions(numbered(1_000), handler.url, { timing: { perSecond: 500 } });
  const { notices, result } = startReplay(options, { clock });
  // One each 2 ms, and each is answered before the next is due; but for the second in which the handler stalls.
  for (let number = 1; number <= 100; number += 1) {
    await until(() => ended(notices) === number);
    await clock.advance(2);
  }
  await clock.untilSleepingFor(1_000);
  await clock.advance(1_000);
  // At 1,200 ms 501 are late, the first by a second and the last by nothing: they go out at once.
  for (let number = 601; number < 1_000; number += 1) {
    await until(() => ended(notices) === number);
    await clock.advance(2);
  }
  const { latencyMs, durationMs, behindMs } = await result;
  expect([durationMs, behindMs, ended(notices)]).toEqual([1_998, 0, 1_000]);
  // As wrk2 reckons: 500 of 1,000 took 1,000, 998, … 2 ms, and the others no time.
  const { p50, p90, p99, max } = latencyMs ?? { p50: 0, p90: 0, p99: 0, max: 0 };
  expect([p50 < 3, max]).toEqual([true, 1_000]);
  expect(Math.abs(p90 / 800 - 1)).toBeLessThan(0.011); // 100 took 802 ms or more
  expect(Math.abs(p99 / 980 - 1)).toBeLessThan(0.011); // 10 took 982 ms or more
});

test("without a rate the same stall is one delivery that took a second", async () => {
  const clock = manualClock();
  let came = 0;
  const handler = await startHandler(
    () => 200,
    async () => {
      came += 1;
      if (came === 101) await clock.sleep(1_000);
    },
  );
  const { result } = startReplay(replayOptions(numbered(1_000), handler.url), { clock });
  await clock.untilSleepingFor(1_000);
  await clock.advance(1_000);
  const { latencyMs, behindMs } = await result;
  expect([latencyMs?.max, (latencyMs?.p999 ?? 0) < 1, behindMs]).toEqual([1_000, true, undefined]);
});
