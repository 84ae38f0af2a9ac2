import { expect, test } from "vitest";
import { systemClock } from "../src/clock.ts";

test("sleep ends by itself", async () => {
  const before = systemClock.elapsed();
  await systemClock.sleep(2);
  expect(systemClock.elapsed()).toBeGreaterThan(before);
});

test("sleep ends as soon as its signal aborts, and does not reject", async () => {
  const ending = new AbortController();
  const slept = systemClock.sleep(2 ** 40, ending.signal);
  ending.abort(new Error("over"));
  await expect(slept).resolves.toBeUndefined();
});

test("sleep does not begin where its signal aborted before", async () => {
  await expect(systemClock.sleep(2 ** 40, AbortSignal.abort())).resolves.toBeUndefined();
});

test("now is the system's time", () => {
  const before = Date.now();
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
});
