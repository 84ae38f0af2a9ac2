import { expect, test } from "vitest";
import { plainTheme, replaySummary } from "../../../src/output/index.ts";
import type { ReplayResult } from "../../../src/sessions/index.ts";
import { replayResult } from "../../harness/replay-result.ts";

type Form = Parameters<typeof replaySummary>[1];
const form: Form = {
  theme: plainTheme,
  width: 100,
  program: "npx appdirect-hooks",
  isListed: true,
  hasSeveralTargets: false,
  canGoOn: false,
  concurrency: 1,
};

const summary = (different: Partial<ReplayResult>, meant: Partial<Form> = {}) =>
  replaySummary(replayResult(different), { ...form, ...meant }).split("\n");

const fixture = "fixtures/order.added/20261129T004945621Z-899f45ef.json";
const example = {
  name: fixture,
  event: "order.added",
  target: "http://localhost:4002/billing",
  detail: "unknown plan",
};
const late = { ...example, event: "user.added", detail: "no answer within 30 s" };
const failures = [
  { why: "500", count: 1_238, example },
  { why: "timed out", count: 12, example: late },
];
const failing = { sent: 5_000, succeeded: 3_750, failed: 1_250, recordedFailures: 1_250, failures, durationMs: 12_000 };

test("one delivery is one delivery, without a distribution of its latency", () => {
  expect(summary({ sent: 1, succeeded: 1 })).toEqual(["", "sent       1 delivery in 500 ms", "delivered  1", ""]);
});

test("two deliveries are two, with their latency", () => {
  expect(summary({})).toEqual([
    "",
    "sent       2 deliveries in 500 ms",
    "delivered  2",
    "latency    p50 12 ms, p90 60 ms, p99 1.4 s, p99.9 2.0 s, max 2.3 s",
    "",
  ]);
});

test("many deliveries have a rate", () => {
  expect(summary({ sent: 5_000, succeeded: 5_000, durationMs: 2_000 })[1]).toBe(
    "sent       5,000 deliveries in 2.0 s, 2,500 a second",
  );
});

test("what failed and had a line is counted by reason, with the command that sends it again", () => {
  const few = { sent: 6, succeeded: 2, failed: 4, recordedFailures: 4, latencyMs: undefined };
  const listed = failures.map((one, index) => ({ ...one, count: 3 - index * 2 }));
  expect(summary({ ...few, failures: listed })).toEqual([
    "",
    "sent       6 deliveries in 500 ms",
    "delivered  2",
    "failed     4  3 × 500, 1 × timed out",
    "To resend undelivered events: npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("of many, each reason has its first failure below it", () => {
  expect(summary(failing, { isListed: false, width: 120 })).toEqual([
    "",
    "sent       5,000 deliveries in 12 s, 417 a second",
    "delivered  3,750",
    "failed     1,250",
    "latency    p50 12 ms, p90 60 ms, p99 1.4 s, p99.9 2.0 s, max 2.3 s",
    "First failure by reason:",
    "  1,238 × 500        order.added  unknown plan",
    `                     ${fixture}`,
    "     12 × timed out  user.added  no answer within 30 s",
    `                     ${fixture}`,
    "To resend undelivered events: npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("at 80 columns a path that does not fit has its end, and a long answer its beginning", () => {
  const detail = "the plan of this order is not one that we know of, ask billing";
  const long = {
    ...failing,
    failures: [
      { why: "500", count: 1, example: { ...example, name: `shop/${fixture}`, detail } },
      ...failures.slice(1),
    ],
  };
  expect(summary(long, { isListed: false, width: 80 }).slice(6, 8)).toEqual([
    "   1 × 500        order.added  the plan of this order is not one that we know o…",
    "                  shop/fixtures/order.added/20261129T004945621Z-899f45ef.json",
  ]);
});

test("among several targets an example names its own, below the path where both do not fit", () => {
  const shown = (width: number) => summary(failing, { isListed: false, hasSeveralTargets: true, width });
  expect(shown(120)[7]).toBe(`                     ${fixture} → http://localhost:4002/billing`);
  expect(shown(60).slice(-9, -3)).toEqual([
    "  1,238 × 500        order.added  unknown plan",
    "                     …dded/20261129T004945621Z-899f45ef.json",
    "                     → http://localhost:4002/billing",
    "     12 × timed out  user.added  no answer within 30 s",
    "                     …dded/20261129T004945621Z-899f45ef.json",
    "                     → http://localhost:4002/billing",
  ]);
});

test("what a handler said does not steer the terminal", () => {
  const evil = { name: "\u001b[2J.json", event: "a\u009bb", target: "c\u202ed", detail: "\u001b[2Jno\nplan" };
  const text = summary(
    { failures: [{ why: "500", count: 1, example: evil }] },
    { isListed: false, hasSeveralTargets: true },
  );
  expect(text.join("\n")).not.toMatch(/[\u001b\u009b\u202e]/);
  expect(text).toContain("  1 × 500  a\\u009bb  \\u001b[2Jno\\nplan");
});

test("more reasons than five are counted", () => {
  const many = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ why: `50${number}`, count: 10 - number }));
  expect(summary({ failed: 42, failures: many }, { isListed: false }).slice(-4)).toEqual([
    "  6 × 504",
    "  5 × 505",
    "  and 2 more reasons",
    "",
  ]);
  expect(summary({ failed: 42, failures: many.slice(1) }, { isListed: false })).toContain("  and 1 more reason");
});

test("with a rate it says what was reached of it, and from when latency counts", () => {
  const paced = { sent: 5_001, succeeded: 5_001, durationMs: 10_300, behindMs: 12 };
  expect(summary(paced, { timing: { perSecond: 500 } })).toEqual([
    "",
    "sent       5,001 deliveries in 10 s, 499 a second (--rate 500)",
    "delivered  5,001",
    "latency    p50 12 ms, p90 60 ms, p99 1.4 s, p99.9 2.0 s, max 2.3 s",
    "           from when each was due",
    "",
  ]);
});

test("a run that fell behind its rate says how far, and what helps", () => {
  const paced = { sent: 5_001, succeeded: 5_001, durationMs: 20_300, behindMs: 10_000 };
  const asked = { timing: { perSecond: 500 }, concurrency: 4 };
  expect(summary(paced, asked)[1]).toBe("sent       5,001 deliveries in 20 s, 250 a second (--rate 500)");
  expect(summary(paced, asked).slice(-3)).toEqual([
    "! Fell behind --rate 500: the last delivery was 10 s late.",
    "  Raise --concurrency (now 4). If that does not help, the handler is the limit.",
    "",
  ]);
  expect(summary(paced, { ...asked, order: "all" }).at(-2)).toBe(
    "  With --order all one delivery waits for the other; --order resource lets more out at once.",
  );
  expect(summary(paced, { timing: { pace: 10 } }).at(-3)).toBe(
    "! Fell behind --pace: the last delivery was 10 s late.",
  );
});

test.each([
  ["a twentieth of a short run", { durationMs: 4_000, behindMs: 201 }, true],
  ["less than that", { durationMs: 4_000, behindMs: 199 }, false],
  ["a second of a long run", { durationMs: 400_000, behindMs: 1_001 }, true],
  ["a hiccup of a run that was over at once", { durationMs: 200, behindMs: 99 }, false],
])("it is behind by %s: %j, %j", (_, different, isBehind) => {
  const text = summary({ ...different, sent: 100 }, { timing: { perSecond: 50 } }).join("\n");
  expect(text.includes("Fell behind")).toBe(isBehind);
});

test("attempts beyond the first are told", () => {
  expect(summary({ retries: 1 })).toContain("retried    1 time");
  expect(summary({ retries: 1_200 })).toContain("retried    1,200 times");
});

test("what failed and is in no file cannot be sent again", () => {
  const one = [{ why: "500", count: 1 }];
  expect(summary({ succeeded: 1, failed: 1, recordedFailures: 0, failures: one }).join("\n")).not.toContain("--failed");
});

test("what was never sent is counted too", () => {
  expect(
    summary({ sent: 0, succeeded: 0, latencyMs: undefined, unreadable: 1, untaken: 2, interrupted: true }),
  ).toEqual([
    "",
    "sent        0 deliveries in 500 ms",
    "delivered   0",
    "unreadable  1",
    "not sent    2 events: no target takes them",
    "Stopped before everything was sent.",
    "",
  ]);
});

test("after a stop, what was not come to can be sent where that was kept", () => {
  expect(summary({ interrupted: true }, { canGoOn: true }).slice(-3)).toEqual([
    "Stopped before everything was sent.",
    "To send what is left: npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("the command that resends what failed is whole on a line of its own where it does not fit", () => {
  expect(summary({ recordedFailures: 1 }, { width: 60 }).slice(-3)).toEqual([
    "To resend undelivered events:",
    "  npx appdirect-hooks replay --failed",
    "",
  ]);
});
