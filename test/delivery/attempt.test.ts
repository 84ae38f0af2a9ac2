import { expect, test } from "vitest";
import { parseStatuses, reached, type Attempt, type FailureReason } from "../../src/delivery/index.ts";
import { answered, exited } from "../harness/attempts.ts";
import { failureOf } from "../harness/failure-of.ts";

const accepted = (attempt: Attempt) => attempt.outcome === "accepted";
const failed = (reason: FailureReason): Attempt => ({ outcome: "failed", reason, detail: "", durationMs: 1 });

test("an answer from 200 to 299 is a success, as it is for AppDirect", () => {
  expect([199, 200, 204, 299, 300, 500].map((status) => accepted(answered(status)))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("only the exit code 0 is a success", () => {
  expect([0, 1, 255].map((exitCode) => accepted(exited(exitCode)))).toEqual([true, false, false]);
});

test("which statuses count as success can be said", () => {
  const expected = "200-204, 404";
  expect([200, 204, 205, 404].map((status) => accepted(answered(status, "", 1, { expected })))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test.each(["", "2xx", "299-200", "100", "1000", "200,,201", "200-"])("%j is no list of statuses", (text) => {
  expect(failureOf(() => parseStatuses(text))).toEqual({
    code: "BAD_VALUE",
    message: `"${text}" is not a list of HTTP statuses.`,
    hint: "Use statuses and ranges from 200 up, separated by commas: 200-299,404.",
  });
});

test.each(["timed out", "cut off", "not HTTP", "bad certificate"] as const)(
  "%s means that the target was reached",
  (reason) => {
    expect([reached(failed(reason)), accepted(failed(reason))]).toEqual([true, false]);
  },
);

test.each(["refused", "no such host", "unreachable", "not startable", "cancelled"] as const)(
  "%s means that the target was not reached",
  (reason) => {
    expect(reached(failed(reason))).toBe(false);
  },
);

test("whoever answered or exited was reached", () => {
  expect([reached(answered(500)), reached(exited(1))]).toEqual([true, true]);
});
