import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { untilAborted, whenAborted, within } from "../src/waiting.ts";
import { manualClock } from "./harness/manual-clock.ts";

const never = new Promise<string>(() => undefined);

test("work that is done in time gives what it gives, and leaves nobody asleep", async () => {
  const clock = manualClock();
  expect(await within(clock, 1_000, Promise.resolve("done"))).toBe("done");
  await clock.advance(0);
  expect(clock.sleeping()).toBe(0);
});

test("work that takes longer is not waited for", async () => {
  const clock = manualClock();
  const waited = within(clock, 1_000, never);
  await clock.untilSleepingFor(1_000);
  await clock.advance(1_000);
  expect(await waited).toBeUndefined();
});

test("work that fails in time fails the wait", async () => {
  await expect(within(manualClock(), 1_000, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

test("a wait ends with its signal, before it begins or after", async () => {
  const over = new AbortController();
  const waited = untilAborted(never, over.signal);
  over.abort();
  expect([await waited, await untilAborted(never, over.signal)]).toEqual([undefined, undefined]);
});

test("work that ends first gives what it gives, or fails the wait", async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve("done"), signal)).toBe("done");
  await expect(untilAborted(Promise.reject(new Error("broken")), signal)).rejects.toThrow("broken");
});

test("a signal that outlives many waits keeps none of them", async () => {
  const { signal } = new AbortController();
  for (let time = 0; time < 20; time += 1) await untilAborted(Promise.resolve(), signal);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("what is forgotten is not done when the signal aborts", () => {
  const over = new AbortController();
  const acts: string[] = [];
  whenAborted(over.signal, () => acts.push("kept"));
  whenAborted(over.signal, () => acts.push("forgotten"))();
  over.abort();
  whenAborted(over.signal, () => acts.push("late"));
  expect(acts).toEqual(["kept", "late"]);
});
