import { expect, test } from "vitest";
import type { CredentialName } from "../../../src/authentication/index.ts";
import {
  plainTheme,
  replayedJson,
  replayedLine,
  replayEndJson,
  replayRemark,
  replaySummary,
} from "../../../src/output/index.ts";
import type { ReplayedNotice, ReplayResult } from "../../../src/sessions/index.ts";
import { answered } from "../../harness/attempts.ts";

const replayed: ReplayedNotice = {
  kind: "replayed",
  number: 2,
  name: "fixtures/trial.json",
  file: "/shop/fixtures/trial.json",
  event: "subscription.changed",
  uuid: "429afed8",
  target: "http://localhost:3000/",
  attempt: answered(200),
  attempts: 1,
};

const result: ReplayResult = {
  sent: 2,
  succeeded: 2,
  failed: 0,
  failures: [],
  reachedAny: true,
  latencyMs: { p50: 12, p90: 60, p95: 104, p99: 1_400, p999: 2_000, max: 2_300 },
  retries: 0,
  selected: 2,
  recordedFailures: 0,
  unreadable: 0,
  untaken: 0,
  durationMs: 500,
  interrupted: false,
};

const form = { theme: plainTheme, width: 100, program: "npx appdirect-hooks" };
const summary = (different: Partial<ReplayResult>) => replaySummary({ ...result, ...different }, form).split("\n");

test("a delivery is a line: the event, the target, what came of it, the fixture", () => {
  expect(replayedLine(replayed, plainTheme)).toBe(
    "subscription.changed → http://localhost:3000/  200   12 ms  fixtures/trial.json\n",
  );
});

test("a delivery that failed says why", () => {
  const attempt = answered(500, "no such plan", 104);
  expect(replayedLine({ ...replayed, attempt }, plainTheme)).toBe(
    "subscription.changed → http://localhost:3000/  500  104 ms   no such plan  fixtures/trial.json\n",
  );
});

test("a command whose time was over has its last words beside it", () => {
  const said = { lastWords: "reading", printed: { output: "reading\n", errorOutput: "" } };
  const attempt = { outcome: "failed", reason: "timed out", detail: "not done", durationMs: 12, ...said } as const;
  expect(replayedLine({ ...replayed, attempt }, plainTheme)).toBe(
    "subscription.changed → http://localhost:3000/  failed after 12 ms   not done; last output: reading  fixtures/trial.json\n",
  );
});

test("with -v the whole answer of a handler that failed stands below", () => {
  const attempt = answered(500, '{"error":"no plan",\n"at":"7"}');
  const [, ...below] = replayedLine({ ...replayed, attempt }, plainTheme, { verbose: true }).split("\n");
  expect(below.map((line) => line.trim())).toEqual(['{"error":"no plan",', '"at":"7"}', ""]);
});

test("for programs a delivery that failed has the body of the answer", () => {
  const attempt = answered(500, '{"error":"no plan"}');
  expect(JSON.parse(replayedJson({ ...replayed, attempt }))).toMatchObject({ body: '{"error":"no plan"}' });
});

test("an answer that was expected is none that failed", () => {
  const line = replayedLine({ ...replayed, attempt: answered(404, "gone", 12, { expected: "404" }) }, plainTheme);
  expect(line).not.toContain("gone");
});

test("for programs a delivery is its facts", () => {
  expect(JSON.parse(replayedJson(replayed))).toEqual({
    type: "delivery",
    number: 2,
    name: "fixtures/trial.json",
    file: "/shop/fixtures/trial.json",
    event: "subscription.changed",
    uuid: "429afed8",
    target: "http://localhost:3000/",
    delivered: true,
    status: 200,
    ms: 12,
  });
});

test("the end for programs counts as a session's end does, with times to 0.1 ms", () => {
  const latencyMs = { p50: 12.3456, p90: 60.06, p95: 104.04, p99: 1_400.96, p999: 1_500.04, max: 1_600 };
  const end = { ...result, durationMs: 500.123456, latencyMs, failed: 1, failures: [{ why: "500", count: 1 }] };
  expect(JSON.parse(replayEndJson(end))).toEqual({
    type: "end",
    sent: 2,
    delivered: 2,
    failed: 1,
    failures: [{ why: "500", count: 1 }],
    reachedAny: true,
    latencyMs: { p50: 12.3, p90: 60.1, p95: 104, p99: 1_401, p999: 1_500, max: 1_600 },
    selected: 2,
    unreadable: 0,
    untaken: 0,
    durationMs: 500.1,
    interrupted: false,
  });
});

test("the end of a run in which nothing was answered has no latency", () => {
  expect(JSON.parse(replayEndJson({ ...result, latencyMs: undefined }))).not.toHaveProperty("latencyMs");
});

test("names and events out of files do not steer the terminal", () => {
  const evil = { ...replayed, name: "\u001b[2J.json", event: "a\u009bb", target: "c\u202ed" };
  const text = replayedLine(evil, plainTheme) + replayedJson(evil);
  expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
});

test("a fixture that cannot be read is named once, with what to do", () => {
  const remark = { kind: "unreadable", name: "a.json", hint: "Mend it." } as const;
  expect(replayRemark({ ...remark, message: "a.json is empty." }, plainTheme)).toBe("✖ a.json is empty.\n  Mend it.\n");
  expect(replayRemark({ ...remark, message: "It cannot be changed." }, plainTheme)).toBe(
    "✖ a.json: It cannot be changed.\n  Mend it.\n",
  );
});

test.each([
  [["x-appdirect-webhook-token"], [["token"]], "  To send one, use --token.\n"],
  [["appdirect-webhook-token", "cookie"], [["token"]], "  To send one, use --token.\n"],
  [["authorization"], [["user"], ["client", "user"]], "  To send one, use --user or --client with --user.\n"],
  [["authorization"], [], "  To send one, use -H 'authorization: …'.\n"],
  [["cookie", "resource.content.email"], [], ""],
] satisfies [string[], CredentialName[][], string][])(
  "what was redacted is named (%j), with how to present it",
  (places, presentedWith, hint) => {
    expect(replayRemark({ kind: "left out", name: "a.json", places, presentedWith }, plainTheme)).toBe(
      `! Not sent, because it was redacted when a.json was recorded: ${places.join(", ")}\n${hint}`,
    );
  },
);

test("a warning is its sentence and its hint", () => {
  expect(replayRemark({ kind: "warning", about: "path unmatched", path: "a.b" }, plainTheme)).toMatch(
    /^! a\.b is not .*\.\n {2}Paths start .*\n$/,
  );
});

test("one delivery is one delivery, without a distribution of its latency", () => {
  expect(summary({ sent: 1, succeeded: 1 })).toEqual(["", "sent       1 delivery in 500 ms", "delivered  1", ""]);
});

test("two deliveries are two, with their latency", () => {
  expect(summary({})).toEqual([
    "",
    "sent       2 deliveries in 500 ms",
    "delivered  2",
    "latency    p50 12 ms, p95 104 ms, p99 1.4 s",
    "",
  ]);
});

test("many deliveries have a rate", () => {
  expect(summary({ sent: 5_000, succeeded: 5_000, durationMs: 2_000 })[1]).toBe(
    "sent       5,000 deliveries in 2.0 s, 2,500 a second",
  );
});

test("what failed is counted by reason, with the command that sends it again", () => {
  const failures = [
    { why: "500", count: 3 },
    { why: "timed out", count: 1 },
  ];
  expect(summary({ sent: 6, succeeded: 2, failed: 4, recordedFailures: 4, failures, latencyMs: undefined })).toEqual([
    "",
    "sent       6 deliveries in 500 ms",
    "delivered  2",
    "failed     4  3 × 500, 1 × timed out",
    "To resend undelivered events: npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("what failed and is in no file cannot be sent again", () => {
  const failures = [{ why: "500", count: 1 }];
  expect(summary({ succeeded: 1, failed: 1, recordedFailures: 0, failures }).join("\n")).not.toContain("--failed");
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

test("what a preview does not show is named", () => {
  expect(replayRemark({ kind: "hidden", name: "a.json", places: ["password", "jwt"] }, plainTheme)).toBe(
    "! Not shown, because it looks like a secret: password, jwt (in a.json)\n  A replay without --dry-run sends it.\n",
  );
});

test("the command that resends what failed is whole on a line of its own where it does not fit", () => {
  const narrow = replaySummary(
    { ...result, recordedFailures: 1 },
    { ...form, program: "npx appdirect-hooks", width: 60 },
  );
  expect(narrow.split("\n").slice(-3)).toEqual([
    "To resend undelivered events:",
    "  npx appdirect-hooks replay --failed",
    "",
  ]);
});
