import { expect, test } from "vitest";
import { replayEndJson, retryingJson } from "../../../src/output/index.ts";
import { answered } from "../../harness/attempts.ts";
import { replayResult } from "../../harness/replay-result.ts";

test("the end for programs counts as a session's end does, with times to 0.1 ms", () => {
  const latencyMs = { p50: 12.3456, p90: 60.06, p95: 104.04, p99: 1_400.96, p999: 1_500.04, max: 1_600 };
  const example = { name: "a.json", event: "order.added", target: "http://localhost:3000/", detail: "unknown plan" };
  const failures = [{ why: "500", count: 1, example }];
  const end = replayResult({ durationMs: 500.123456, latencyMs, failed: 1, failures, retries: 3, behindMs: 20.04 });
  expect(JSON.parse(replayEndJson(end))).toEqual({
    type: "end",
    sent: 2,
    delivered: 2,
    failed: 1,
    failures,
    retries: 3,
    reachedAny: true,
    latencyMs: { p50: 12.3, p90: 60.1, p95: 104, p99: 1_401, p999: 1_500, max: 1_600 },
    behindMs: 20,
    selected: 2,
    unreadable: 0,
    untaken: 0,
    durationMs: 500.1,
    interrupted: false,
  });
});

test("the end of a run in which nothing was answered has no latency", () => {
  expect(JSON.parse(replayEndJson(replayResult({ latencyMs: undefined })))).not.toHaveProperty("latencyMs");
});

test("what was due at no moment is not behind", () => {
  expect(JSON.parse(replayEndJson(replayResult()))).not.toHaveProperty("behindMs");
});

test("an attempt that is followed by another is a line of its own", () => {
  const of = { name: "a.json", event: "order.added", target: "http://localhost:3000/" };
  const attempt = answered(500, "unknown plan");
  expect(JSON.parse(retryingJson({ kind: "retrying", ...of, attempt, number: 2, of: 11, inMs: 600.06 }))).toEqual({
    type: "attempt",
    attempt: 2,
    of: 11,
    ...of,
    delivered: false,
    status: 500,
    ms: 12,
    error: "unknown plan",
    body: "unknown plan",
    inMs: 600.1,
  });
});
