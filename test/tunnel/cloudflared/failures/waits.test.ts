import { expect, test } from "vitest";
import { seededRandom, type Random } from "../../../../src/random.ts";
import { standardTunnelSettings } from "../../../../src/tunnel/index.ts";
import { waitAfter } from "../../../../src/tunnel/cloudflared/failures/waits.ts";

const { waitsMs, lateWaitsMs } = standardTunnelSettings;
/** Neither more nor less. */
const exact: Random = Object.assign(seededRandom(1), { integer: () => 100 });

test("each failure in a row is waited after longer, and from the last wait on the same", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 1_000].map((failures) => waitAfter(failures, waitsMs, exact));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test("who was told to ask less waits minutes, and longer each time", () => {
  const minutes = [1, 2, 3, 4, 5].map((failures) => waitAfter(failures, lateWaitsMs, exact) / 60_000);
  expect(minutes).toEqual([2, 4, 8, 15, 15]);
});

test("a wait is up to a fifth more or less, in whole milliseconds", () => {
  const random = seededRandom(7);
  const waits = Array.from({ length: 2_000 }, () => waitAfter(1, [1_000], random));
  expect([Math.min(...waits), Math.max(...waits)]).toEqual([800, 1_200]);
  expect(waits.every(Number.isInteger)).toBe(true);
});

test.each([1, 2, 3])("the longest of one step is shorter than the shortest of the next (seed %i)", (seed) => {
  const random = seededRandom(seed);
  const waits = Array.from({ length: 500 }, () => waitsMs.map((_, at) => waitAfter(at + 1, waitsMs, random)));
  const growing = waits.every((row) => row.every((wait, at) => at === 0 || wait > (row[at - 1] ?? 0)));
  expect(growing).toBe(true);
});

test("the same seed waits the same, another one does not", () => {
  const of = (seed: number) => {
    const random = seededRandom(seed);
    return [1, 2, 3, 4].map((failures) => waitAfter(failures, waitsMs, random));
  };
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

test("without any waits there is none", () => {
  expect(waitAfter(1, [], exact)).toBe(0);
});
