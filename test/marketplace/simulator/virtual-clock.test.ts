import { expect, test } from "vitest";
import { VirtualClock } from "../../../src/marketplace/simulator/virtual-clock.ts";

const start = new Date("2026-01-15T09:00:00Z");
const atOnce = () => Promise.resolve();

test("time moves only when it is told to, and then by so much", async () => {
  const clock = new VirtualClock(start);
  expect([clock.now(), clock.elapsed()]).toEqual([start, 0]);
  await clock.advance(36_000_000, atOnce);
  expect([clock.now(), clock.elapsed()]).toEqual([new Date("2026-01-15T19:00:00Z"), 36_000_000]);
});

test("who sleeps wakes at its own moment, in order, also who goes to sleep on the way", async () => {
  const clock = new VirtualClock(start);
  const woke: [string, number][] = [];
  clock.after(300, () => woke.push(["later", clock.elapsed()]));
  clock.after(100, () => {
    woke.push(["first", clock.elapsed()]);
    clock.after(50, () => woke.push(["on the way", clock.elapsed()]));
  });
  const cancel = clock.after(120, () => woke.push(["cancelled", clock.elapsed()]));
  clock.after(301, () => woke.push(["too late", clock.elapsed()]));
  cancel();
  await clock.advance(300, atOnce);
  expect(woke).toEqual([
    ["first", 100],
    ["on the way", 150],
    ["later", 300],
  ]);
});

test("time stands still until what was begun has ended", async () => {
  const clock = new VirtualClock(start);
  const seen: number[] = [];
  let work = Promise.resolve();
  clock.after(100, () => {
    work = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => void seen.push(clock.elapsed()));
  });
  clock.after(200, () => seen.push(clock.elapsed()));
  await clock.advance(200, () => work);
  expect(seen).toEqual([100, 200]);
});

test("a sleep ends at its time, at once, or when its signal aborts", async () => {
  const clock = new VirtualClock(start);
  await clock.sleep(0);
  await clock.sleep(5, AbortSignal.abort());
  const aborting = new AbortController();
  const sleeping = clock.sleep(1_000, aborting.signal);
  aborting.abort();
  await sleeping;
  const due = clock.sleep(1_000).then(() => clock.elapsed());
  await clock.advance(2_000, atOnce);
  expect([await due, clock.elapsed()]).toEqual([1_000, 2_000]);
});
