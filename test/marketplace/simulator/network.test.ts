import { expect, test } from "vitest";
import { Network } from "../../../src/marketplace/simulator/network.ts";
import { seededRandom } from "../../../src/random.ts";
import { manualClock } from "../../harness/manual-clock.ts";

const network = (options: ConstructorParameters<typeof Network>[0], clock = manualClock()) =>
  new Network(options, { clock, random: seededRandom(1) });

test("an outage begins with the first attempt, and ends when it is over", async () => {
  const clock = manualClock();
  const { isDown } = bound(network({ outageMs: 30_000 }, clock));
  await clock.advance(60_000);
  expect(isDown()).toBe(true);
  await clock.advance(29_999);
  expect(isDown()).toBe(true);
  await clock.advance(1);
  expect(isDown()).toBe(false);
});

test("without anything said, a network is up, sends once and at once", () => {
  const { isDown, repeats, delayMs } = bound(network({}));
  expect([isDown(), repeats(), delayMs()]).toEqual([false, false, 0]);
});

test.each([
  [0, 0, 0],
  [100, 1_000, 1_000],
  [25, 200, 300],
])("of a hundred deliveries %i come twice", (duplicatePercent, least, most) => {
  const { repeats } = bound(network({ duplicatePercent }));
  const count = Array.from({ length: 1_000 }, () => repeats()).filter(Boolean).length;
  expect([count >= least, count <= most]).toEqual([true, true]);
});

test("events set out up to so much later, each otherwise", () => {
  const { delayMs } = bound(network({ shuffleMs: 100 }));
  const delays = Array.from({ length: 200 }, () => delayMs());
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...delays)).toBeLessThanOrEqual(100);
  expect(new Set(delays).size).toBeGreaterThan(20);
});

function bound(one: Network) {
  return { isDown: () => one.isDown(), repeats: () => one.repeats(), delayMs: () => one.delayMs() };
}
