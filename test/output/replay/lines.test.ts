import { expect, test } from "vitest";
import type { CredentialName } from "../../../src/authentication/index.ts";
import { plainTheme, replayedJson, replayedLine, replayRemark, retryingLine } from "../../../src/output/index.ts";
import type { ReplayedNotice, RetryingNotice } from "../../../src/sessions/index.ts";
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

test("what a preview does not show is named", () => {
  expect(replayRemark({ kind: "hidden", name: "a.json", places: ["password", "jwt"] }, plainTheme)).toBe(
    "! Not shown, because it looks like a secret: password, jwt (in a.json)\n  A replay without --dry-run sends it.\n",
  );
});

test("an attempt that is followed by another says which it was, and when the next one is", () => {
  const notice: RetryingNotice = {
    ...replayed,
    kind: "retrying",
    attempt: answered(500),
    number: 2,
    of: 11,
    inMs: 600_000,
  };
  expect(retryingLine(notice, plainTheme)).toBe(
    "subscription.changed → http://localhost:3000/  500   12 ms  attempt 2 of 11, again in 10 min  fixtures/trial.json\n",
  );
});

test("after a stop it says how many are waited for, and how not to wait", () => {
  expect(replayRemark({ kind: "stopping", inFlight: 2 }, plainTheme)).toBe(
    "! Stopping: waiting for 2 deliveries on the way.\n  Press Ctrl-C again to exit at once.\n",
  );
});
