import { expect, test } from "vitest";
import { seededRandom } from "../../../src/random.ts";
import { startHandler } from "../../harness/handler.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { numbered, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";
import type { ReplayOptions } from "../../../src/sessions/index.ts";

const all = Array.from({ length: 150 }, (_, number) => number);
const notes = (bodies: readonly string[]) => bodies.map((body) => (JSON.parse(body) as { note: number }).note);

async function sent(different: Partial<ReplayOptions>, seed = 7): Promise<number[]> {
  const handler = await startHandler();
  const networkRandom = seededRandom(seed);
  await startReplay(replayOptions(numbered(all.length), handler.url, different), { networkRandom }).result;
  return notes(handler.bodies());
}

test("shuffled, each is sent once, in an order that the seed alone decides, and not far from its place", async () => {
  const first = await sent({ shuffle: true });
  expect(first.toSorted((one, other) => one - other)).toEqual(all);
  expect(first).not.toEqual(all);
  expect(await sent({ shuffle: true })).toEqual(first);
  expect(await sent({ shuffle: true }, 8)).not.toEqual(first);
  expect(first.every((number, place) => number < place + 100)).toBe(true);
});

test("of a hundred deliveries so many are made twice, one behind the other", async () => {
  expect(await sent({ duplicatePercent: 100 })).toEqual(all.flatMap((number) => [number, number]));
  const some = await sent({ duplicatePercent: 20 });
  expect([...new Set(some)]).toEqual(all);
  expect(some.length).toBeGreaterThan(160);
  expect(some.length).toBeLessThan(200);
  expect(await sent({ duplicatePercent: 20 })).toEqual(some);
});

test("shuffled, the moments stay: another sets out then", async () => {
  const clock = manualClock();
  const times: number[] = [];
  const handler = await startHandler(() => {
    times.push(clock.elapsed());
    return 200;
  });
  const fixtures = [0, 1, 5].map((second) =>
    replayable(
      { event: "user.added", receivedAt: `2026-11-23T14:00:0${second}.000Z`, payload: { note: second } },
      `${second}.json`,
    ),
  );
  const options = replayOptions(fixtures, handler.url, { shuffle: true, timing: { pace: 1 } });
  const { result } = startReplay(options, { clock, networkRandom: seededRandom(3) });
  for (const [came, ms] of [
    [1, 1_000],
    [2, 4_000],
    [3, 0],
  ] as const) {
    await expect.poll(() => times.length).toBe(came);
    await clock.advance(ms);
  }
  await result;
  expect(times).toEqual([0, 1_000, 5_000]);
  expect(notes(handler.bodies())).not.toEqual([0, 1, 5]);
});
