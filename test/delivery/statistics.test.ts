import { expect, test } from "vitest";
import { Statistics, type Attempt } from "../../src/delivery/index.ts";
import { answered, exited } from "../harness/attempts.ts";

test("a summary groups failures by status or reason, the most frequent first", () => {
  const statistics = new Statistics();
  const refused: Attempt = { outcome: "failed", reason: "refused", detail: "", durationMs: 1 };
  for (const attempt of [answered(200), answered(500), refused, answered(500), exited(2)]) statistics.count(attempt);
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
    for (let n = 1; n <= 1_000; n += 1) statistics.count(answered(200, "", n * unitMs));
    const { p50 = 0, p95 = 0, p99 = 0 } = statistics.summary().latencyMs ?? {};
    // Of 1 to 1000, half are at most 500, 95 % at most 950, 99 % at most 990.
    const errors = [p50 / (500 * unitMs), p95 / (950 * unitMs), p99 / (990 * unitMs)].map((ratio) =>
      Math.abs(ratio - 1),
    );
    expect(Math.max(...errors)).toBeLessThan(0.011);
  }
});

test("what took no time, or days, is counted too", () => {
  const statistics = new Statistics();
  for (const durationMs of [0, 30 * 86_400_000]) statistics.count(answered(200, "", durationMs));
  expect(statistics.summary()).toMatchObject({ sent: 2, succeeded: 2 });
});

test("what never got there has no latency", () => {
  const statistics = new Statistics();
  statistics.count({ outcome: "failed", reason: "refused", detail: "", durationMs: 7 });
  expect(statistics.summary()).toMatchObject({ reachedAny: false, latencyMs: undefined });
});

test("expected statuses decide what a failure is", () => {
  const statistics = new Statistics();
  for (const status of [404, 200]) statistics.count(answered(status, "", 1, { expected: "404" }));
  expect(statistics.summary()).toMatchObject({ succeeded: 1, failures: [{ why: "200", count: 1 }] });
});
