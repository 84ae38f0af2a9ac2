import { expect, test } from "vitest";
import { TargetQueue, type Attempt, type QueueNotice } from "../../src/delivery/index.ts";
import { answered } from "../harness/attempts.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { outgoingEvent } from "../harness/outgoing-event.ts";

const ok: Attempt = answered(200, "", 0);
const refused: Attempt = {
  outcome: "failed",
  reason: "refused",
  detail: "nothing listens on localhost:3000",
  durationMs: 0,
};

/** A queue to a target that refuses until `upAtMs`; says when it was tried with which event. */
function restartingTarget(upAtMs: number) {
  const clock = manualClock();
  const tries: [uuid: string | undefined, atMs: number][] = [];
  const notices: QueueNotice[] = [];
  const queue = new TargetQueue({
    clock,
    load: () => Promise.reject(new Error("nothing is stored here")),
    notify: (notice) => notices.push(notice),
    async deliver({ uuid }) {
      tries.push([uuid, clock.elapsed()]);
      return clock.elapsed() >= upAtMs ? ok : refused;
    },
  });
  return { clock, queue, tries, notices, add: (uuid: string) => queue.add(outgoingEvent({ uuid })) };
}

const never = Number.POSITIVE_INFINITY;

test("a target that refuses is tried again after growing pauses, in order, until it is up", async () => {
  const { clock, add, tries } = restartingTarget(3_000);
  const outcomes = [add("first"), add("second")];
  await clock.advance(10_000);
  expect(await Promise.all(outcomes)).toEqual([ok, ok]);
  expect(tries).toEqual([
    ["first", 0],
    ["first", 250],
    ["first", 750],
    ["first", 1_750],
    ["first", 2_750],
    ["first", 3_750],
    ["second", 3_750],
  ]);
});

test("waiting is said once for an event", async () => {
  const { clock, add, notices } = restartingTarget(3_000);
  void add("first");
  await clock.advance(10_000);
  expect(notices).toEqual([{ kind: "waiting", event: expect.objectContaining({ uuid: "first" }), attempt: refused }]);
});

test("after 10 s it has failed, and those that came meanwhile are tried once each", async () => {
  const { clock, add, tries } = restartingTarget(never);
  const outcomes = ["first", "second", "third"].map(add);
  await clock.advance(10_000);
  expect(await Promise.all(outcomes)).toEqual([refused, refused, refused]);
  expect(tries.filter(([uuid]) => uuid === "first").at(-1)).toEqual(["first", 10_000]);
  expect(tries.filter(([uuid]) => uuid !== "first")).toEqual([
    ["second", 10_000],
    ["third", 10_000],
  ]);
});

test("an event that comes after that is tried for the whole time again", async () => {
  const { clock, add } = restartingTarget(15_000);
  const first = add("first");
  await clock.advance(10_000);
  const second = add("second");
  await clock.advance(10_000);
  expect([await first, await second]).toEqual([refused, ok]);
});

test("once one got through, those behind it are tried for the whole time again", async () => {
  const clock = manualClock();
  const script = [...Array.from({ length: 13 }, () => refused), ok, refused, ok];
  const queue = new TargetQueue({
    clock,
    load: () => Promise.reject(new Error()),
    deliver: async () => script.shift() ?? ok,
  });
  const outcomes = ["first", "second", "third"].map((uuid) => queue.add(outgoingEvent({ uuid })));
  await clock.advance(20_000);
  expect(await Promise.all(outcomes)).toEqual([refused, ok, ok]);
});

test("any other failure is not tried again", async () => {
  const clock = manualClock();
  const cutOff: Attempt = { outcome: "failed", reason: "cut off", detail: "", durationMs: 0 };
  const script = [cutOff, ok];
  const queue = new TargetQueue({
    clock,
    load: () => Promise.reject(new Error()),
    deliver: async () => script.shift() ?? ok,
  });
  expect(await queue.add(outgoingEvent())).toBe(cutOff);
  expect(script).toHaveLength(1);
});
