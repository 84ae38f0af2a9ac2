import { expect, test } from "vitest";
import { Statistics, type Attempt } from "../../src/delivery/index.ts";
import { answered, exited } from "../harness/attempts.ts";

test("a summary groups failures by status or reason, the most frequent first", () => {
  const statistics = new Statistics();
  const refused: Attempt = { outcome: "failed", reason: "refused", detail: "", durationMs: 1 };
  for (const attempt of [answered(200), answered(500), refused, answered(500), exited(2)]) count(statistics, attempt);
  expect(statistics.summary()).toMatchObject({
    sent: 5,
    succeeded: 1,
    failed: 4,
    reachedAny: true,
    failures: [
      { why: "500", count: 2 },
      { why: "refused", count: 1 },
      { why: "exit code 2", count: 1 },
    ],
  });
});

test("latencies are within 1 % of the exact percentiles, from microseconds to hours", () => {
  for (const unitMs of [0.05, 1, 1_000]) {
    const statistics = new Statistics();
    for (let n = 1; n <= 1_000; n += 1) count(statistics, answered(200, "", n * unitMs));
    const { p50 = 0, p90 = 0, p95 = 0, p99 = 0, p999 = 0, max } = statistics.summary().latencyMs ?? {};
    // Of 1 to 1000, half are at most 500, 90 % at most 900, and so on.
    const ratios = [p50 / 500, p90 / 900, p95 / 950, p99 / 990, p999 / 999].map((ratio) => ratio / unitMs);
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(0.011);
    expect(max).toBe(1_000 * unitMs);
  }
});

test("what took no time, or days, is counted too", () => {
  const statistics = new Statistics();
  for (const durationMs of [0, 30 * 86_400_000]) count(statistics, answered(200, "", durationMs));
  expect(statistics.summary()).toMatchObject({ sent: 2, succeeded: 2 });
});

test("what never got there has no latency", () => {
  const statistics = new Statistics();
  count(statistics, { outcome: "failed", reason: "refused", detail: "", durationMs: 7 });
  expect(statistics.summary()).toMatchObject({ reachedAny: false, latencyMs: undefined });
});

test("expected statuses decide what a failure is", () => {
  const statistics = new Statistics();
  for (const status of [404, 200]) count(statistics, answered(status, "", 1, { expected: "404" }));
  expect(statistics.summary()).toMatchObject({ succeeded: 1, failures: [{ why: "200", count: 1 }] });
});

test("what set out late took as much longer, and no percentile is beyond the longest of all", () => {
  const statistics = new Statistics();
  statistics.took(answered(200, "", 20), 980);
  expect(statistics.summary().latencyMs).toMatchObject({ p50: 1_000, p999: 1_000, max: 1_000 });
});

test("each attempt counts for the latency, and a delivery once", () => {
  const statistics = new Statistics();
  statistics.took(answered(500, "", 900));
  count(statistics, answered(200, "", 10));
  expect(statistics.summary()).toMatchObject({ sent: 1, succeeded: 1, failures: [], latencyMs: { max: 900 } });
});

/** A delivery of one attempt. */
function count(statistics: Statistics, attempt: Attempt): void {
  statistics.took(attempt);
  statistics.count(attempt);
}
