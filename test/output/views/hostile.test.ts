import { expect, test } from "vitest";
import { views, type FormatName } from "../../../src/output/index.ts";
import type { Notice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { answered, exited } from "../../harness/attempts.ts";
import { deliveryNotice, endNotice, eventNotice, readyNotice, targetNamed } from "../../harness/notices.ts";

/** Clears the screen, in both ways to write the beginning of a sequence; turns the text; leaves the line. */
const evil = "A\u001b[2J\u009b2J\u202eB\r\nC\u2028D";
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const payload = {
  uuid: "429afed8-0001-4000-8000-000000000001",
  resource: {
    type: "COMPANY",
    uuid: "c1",
    content: { name: evil, [evil]: "key", list: [evil], deep: { [evil]: { [evil]: evil } } },
  },
  resourceAction: "CHANGED",
};
const headers = [["content-type", evil]] as const;

const notices: [string, Notice][] = [
  ["a payload, its headline and its content type", eventNotice(payload, { headers, headline: [evil] })],
  [
    "changed fields",
    eventNotice(payload, {
      changes: {
        since: new Date(0),
        changes: [{ path: evil, before: JSON.stringify(evil), after: `[${JSON.stringify(evil)}]` }],
      },
    }),
  ],
  ["a body that is no JSON", eventNotice(evil)],
  ["JSON that is no webhook", eventNotice(JSON.stringify([evil]))],
  ["a payload that is a text", eventNotice(JSON.stringify(evil))],
  ["a handler's answer", deliveryNotice(answered(500, evil), { target: evil })],
  ["a redirect", deliveryNotice(answered(302, "", 12, { location: evil }))],
  ["a command's output", deliveryNotice(exited(1, { output: evil }))],
  ["a command's errors", deliveryNotice(exited(1, { errorOutput: evil }))],
  ["a failure", deliveryNotice({ outcome: "failed", reason: "cut off", detail: evil, durationMs: 1 })],
  ["a refused path", { kind: "refused", reason: `POST to another path (/${evil})`, times: 2 }],
  ["a warning", { kind: "warning", about: "left out", target: evil, places: [evil], isResent: false }],
  ["a file that git would track", { kind: "warning", about: "tracked by git", file: evil }],
  ["a defect", { kind: "warning", about: "defect", cause: new Error(evil) }],
  ["an unrecorded event", { kind: "unrecorded", event: evil, reason: evil, folder: evil }],
  ["a target's name", { kind: "waiting", target: targetNamed(evil) }],
  ["another target's name", { kind: "dropped", target: targetNamed(evil), total: 1 }],
  ["the targets at the start", readyNotice({ targets: [{ name: evil, patterns: "*" }] })],
  [
    "the end",
    endNotice({
      events: { [evil]: 1 },
      undelivered: [{ event: evil, target: evil, file: "f.json", wasSent: true }],
      failed: 1,
    }),
  ],
];

const cases = (Object.keys(views) as FormatName[]).flatMap((form) =>
  notices.flatMap(([what, notice]) => [false, true].map((verbose) => ({ form, what, notice, verbose }))),
);

test.each(cases)("$form: $what steers no terminal (verbose: $verbose)", async ({ form, notice, verbose }) => {
  const { out = "", err = "" } = (await listenView(form, { verbose }))(notice);
  expect(out + err).not.toMatch(steering);
});

test.each(notices)("%s is shown all the same, with its controls written out", async (_, notice) => {
  const { out = "", err = "" } = (await listenView("pretty"))(notice);
  expect(out + err).toContain("A\\u001b[2J");
});

test.each(["pretty", "line"] as const)("%s: a name of a million characters is cut", async (form) => {
  const name = "株".repeat(1_000_000);
  const { out = "" } = (await listenView(form))(eventNotice({ ...payload, note: name }, { headline: [name] }));
  expect(out.split("\n").filter((line) => line.length > 300)).toEqual([]);
});

test("a payload nested too deeply for JSON.stringify is cut as any other", async () => {
  const levels = 100_000;
  const deep = `{"resource":{"type":"USER","content":{"a":${"[".repeat(levels)}${"]".repeat(levels)}}},"resourceAction":"ADDED"}`;
  const { out = "" } = (await listenView("pretty"))(eventNotice("{}", { shown: JSON.parse(deep), shownText: deep }));
  expect(out).toContain("a  [[[[[[[[");
  expect(out.split("\n").filter((line) => line.length > 300)).toEqual([]);
});
