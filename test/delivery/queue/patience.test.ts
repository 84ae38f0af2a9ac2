import { expect, test } from "vitest";
import { TargetQueue, type Attempt, type OutgoingEvent, type QueueNotice } from "../../../src/delivery/index.ts";
import { answered } from "../../harness/attempts.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { addTo } from "../../harness/queued.ts";

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
  return { clock, queue, tries, notices, add: (uuid: string) => addTo(queue, outgoingEvent({ uuid })) };
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

const outcomeAfter = (durationMs: number) => ({ ...refused, durationMs });

test("each event is tried for 10 s from when it came", async () => {
  const { clock, add, tries } = restartingTarget(never);
  const first = add("first");
  await clock.advance(9_500);
  const second = add("second");
  await clock.advance(20_000);
  expect(await Promise.all([first, second])).toEqual([outcomeAfter(10_000), outcomeAfter(10_000)]);
  expect(tries.filter(([uuid]) => uuid === "first").at(-1)).toEqual(["first", 10_000]);
  expect(tries.filter(([uuid]) => uuid === "second").map(([, atMs]) => atMs)).toEqual([
    10_000, 10_250, 10_750, 11_750, 12_750, 13_750, 14_750, 15_750, 16_750, 17_750, 18_750, 19_500,
  ]);
});

test("an event whose time is over when its turn comes is tried once", async () => {
  const { clock, add, tries } = restartingTarget(never);
  const outcomes = ["first", "second"].map(add);
  await clock.advance(10_000);
  expect(await Promise.all(outcomes)).toEqual([outcomeAfter(10_000), outcomeAfter(10_000)]);
  expect(tries.filter(([uuid]) => uuid === "second")).toEqual([["second", 10_000]]);
});

test("a thousand events that came within a second all fail between 10 and 11 s", async () => {
  const { clock, add, notices } = restartingTarget(never);
  const failedAtMs: number[] = [];
  for (let number = 0; number < 1_000; number += 1) {
    void add(`${number}`).then(() => failedAtMs.push(clock.elapsed()));
    await clock.advance(1);
  }
  await clock.advance(10_000);
  // The first at 10 s, and each a millisecond after the one before, as it came.
  expect(failedAtMs).toEqual(Array.from({ length: 1_000 }, (_, number) => 10_000 + number));
  expect(notices).toHaveLength(1);
});

test("an event that waited behind slow deliveries is tried for 10 s from the first refusal", async () => {
  const clock = manualClock();
  const tries: number[] = [];
  const deliver = async ({ uuid }: OutgoingEvent) => {
    if (uuid === "slow") await clock.sleep(60_000);
    else tries.push(clock.elapsed());
    return uuid === "slow" ? ok : refused;
  };
  const queue = new TargetQueue({ clock, load: () => Promise.reject(new Error()), deliver });
  const outcomes = ["slow", "waiting"].map((uuid) => addTo(queue, outgoingEvent({ uuid })));
  await clock.advance(80_000);
  expect(await Promise.all(outcomes)).toEqual([ok, outcomeAfter(10_000)]);
  expect([tries[0], tries.at(-1)]).toEqual([60_000, 70_000]);
});

test("once one got through, those behind it are tried for 10 s from the next refusal", async () => {
  const clock = manualClock();
  const script = [...Array.from({ length: 12 }, () => refused), ok, refused, ok];
  const queue = new TargetQueue({
    clock,
    load: () => Promise.reject(new Error()),
    deliver: async () => script.shift() ?? ok,
  });
  const outcomes = ["first", "second", "third"].map((uuid) => addTo(queue, outgoingEvent({ uuid })));
  await clock.advance(20_000);
  expect(await Promise.all(outcomes)).toEqual([ok, ok, ok]);
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
  expect(await addTo(queue, outgoingEvent())).toBe(cutOff);
  expect(script).toHaveLength(1);
});
