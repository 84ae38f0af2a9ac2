import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { Deadlines } from "../../src/delivery/deadline.ts";
import { manualClock } from "../harness/manual-clock.ts";

test("each attempt has its own time, though one sleep serves them all", async () => {
  const clock = manualClock();
  const deadlines = new Deadlines(clock);
  const ended: [string, number][] = [];
  const start = (name: string, timeoutMs: number) =>
    deadlines.start({ timeoutMs }).onOver(() => ended.push([name, clock.elapsed()]));
  start("first", 1_000);
  await clock.advance(400);
  start("second", 1_000);
  start("short", 100);
  await clock.advance(2_000);
  start("later", 1_000);
  await clock.advance(1_000);
  expect(ended).toEqual([
    ["short", 500],
    ["first", 1_000],
    ["second", 1_400],
    ["later", 3_400],
  ]);
});

test("an attempt that ended in time hears nothing, and those behind it are not forgotten", async () => {
  const clock = manualClock();
  const deadlines = new Deadlines(clock);
  const [first, second] = [deadlines.start({ timeoutMs: 1_000 }), deadlines.start({ timeoutMs: 1_000 })];
  first.stop();
  await clock.advance(1_000);
  expect([first.over, second.over]).toEqual([undefined, "timed out"]);
});

test("a signal cancels, and is let go of with the attempt", () => {
  const deadlines = new Deadlines(manualClock());
  const session = new AbortController();
  const done = deadlines.start({ timeoutMs: 1_000, signal: session.signal });
  const running = deadlines.start({ timeoutMs: 0, signal: session.signal });
  done.stop();
  session.abort();
  const late = deadlines.start({ timeoutMs: 1_000, signal: session.signal });
  expect([done.over, running.over, late.over]).toEqual([undefined, "cancelled", "cancelled"]);
  expect(getEventListeners(session.signal, "abort")).toEqual([]);
});

test("closing lets go of the clock", async () => {
  const clock = manualClock();
  const deadlines = new Deadlines(clock);
  const attempt = deadlines.start({ timeoutMs: 1_000 });
  deadlines.close();
  await clock.advance(1_000);
  expect(attempt.over).toBe(undefined);
});
