import { expect, test } from "vitest";
import { warnings, warningText } from "../../src/output/warnings.ts";

const cause = new Error("EACCES: permission denied");

test("recordings that git would track", () => {
  expect(warningText({ about: "tracked by git", file: "fixtures/a.json" })).toEqual({
    code: "TRACKED_BY_GIT",
    message: "git would track recorded events, such as fixtures/a.json. They contain customers' data.",
    hint: "Add them to .gitignore, or choose another folder with --fixtures.",
  });
});

test("a folder in which nothing can be recorded", () => {
  expect(warningText({ about: "folder unwritable", reason: "/shop/fixtures is not a folder" })).toEqual({
    code: "FOLDER_UNWRITABLE",
    message: "Nothing can be recorded: /shop/fixtures is not a folder.",
    hint: "Fix this, or choose another folder with --fixtures. Until then, requests get 503 and AppDirect retries.",
  });
});

test("a listener to which anyone may post", () => {
  expect(warningText({ about: "open to others", places: ["0.0.0.0:4747", "https://hooks.example.com"] })).toEqual({
    code: "OPEN_TO_OTHERS",
    message:
      "Anyone who can reach 0.0.0.0:4747 or https://hooks.example.com can post events here. Add --auth token so that only AppDirect can.",
  });
});

test("events that a target gets without what was redacted", () => {
  const places = ["uuid", "resource.content"];
  const texts = [false, true].map((isResent) => warningText({ about: "left out", target: "crm", places, isResent }));
  expect(texts.map(({ code, message }) => [code, message])).toEqual([
    [
      "LEFT_OUT",
      "crm is slow, so events wait on disk. It gets them without the fields that are redacted there: uuid, resource.content.",
    ],
    ["LEFT_OUT", "Resent events reach crm without the fields that are redacted on disk: uuid, resource.content."],
  ]);
});

test("a handler that may restart at each recording", () => {
  expect(warningText({ about: "handler restarts", target: "crm", fixtures: "/shop/fixtures" })).toEqual({
    code: "HANDLER_RESTARTS",
    message: "crm cut off two deliveries in a row. It may restart whenever a file in fixtures/ changes.",
    hint: "With nodemon: --ignore 'fixtures/**' (not --ignore fixtures). More: docs/handlers.md",
  });
});

test("a defect of ours that the listener goes on after", () => {
  expect(warningText({ about: "defect", cause: new Error("A broken view.") })).toEqual({
    code: "DEFECT",
    message: "A request was not completed because of a bug in appdirect-hooks (A broken view.).",
    hint: "Please report it. The listener keeps running.",
  });
  expect(warningText({ about: "defect", cause: "thrown as a text" }).message).toContain("(thrown as a text)");
});

test("a connection that was not taken", () => {
  expect(warningText({ about: "not connected", cause })).toMatchObject({
    code: "NOT_CONNECTED",
    message: "A connection could not be accepted (EACCES: permission denied).",
  });
});

test.each([
  ["session", "The session continues, but a later replay --failed will not know about it."],
  ["run", "A later replay --failed does not know what this run does from here on, and may resend what it delivers."],
] as const)("a journal of a %s that cannot be written", (of, hint) => {
  expect(warningText({ about: "journal unwritable", of, cause })).toEqual({
    code: "JOURNAL_UNWRITABLE",
    message: `The journal of this ${of} cannot be written (EACCES: permission denied).`,
    hint,
  });
});

test.each([
  [["/f/1.json"], "An earlier session stopped before it wrote an event to its file. It is written now: /f/1.json."],
  [
    ["/f/1.json", "/f/2.json"],
    "An earlier session stopped before it wrote 2 events to their files. They are written now, the last to /f/2.json.",
  ],
])("events that an earlier run left without a file: %j", (files, message) => {
  expect(warningText({ about: "recovered", files })).toEqual({ code: "RECOVERED", message });
});

test.each([
  [1, "crm does not get all new events: 1 delivery is waiting (the limit). Events are still recorded."],
  [30_000, "crm does not get all new events: 30,000 deliveries are waiting (the limit). Events are still recorded."],
])("a target for which no more can wait than %i", (waiting, message) => {
  expect(warningText({ about: "left on disk", target: "crm", waiting })).toEqual({
    code: "LEFT_ON_DISK",
    message,
    hint: "When your handler keeps up again, send the rest with: appdirect-hooks replay --failed",
  });
});

test.each([
  [1, "1 event or message from before the listener was ready is not shown, because there were too many to keep."],
  [
    1_200,
    "1,200 events and messages from before the listener was ready are not shown, because there were too many to keep.",
  ],
])("%i that came before the listener was ready, and more than it keeps", (notices, message) => {
  expect(warningText({ about: "not shown", notices })).toEqual({
    code: "NOT_SHOWN",
    message,
    hint: "The events among them were handled as usual.",
  });
});

test("a path that no payload has", () => {
  expect(warningText({ about: "path unmatched", path: "resource.content.staus" })).toEqual({
    code: "PATH_UNMATCHED",
    message: "resource.content.staus is not in any payload, so nothing was changed there.",
    hint: "Paths start at the payload's root, for example: resource.content.status",
  });
});

test("every warning has a code of its own and says when it comes, in a sentence", () => {
  const all = Object.values(warnings);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { code, meaning } of all)
    expect([code, meaning]).toEqual([expect.stringMatching(/^[A-Z_]+$/), expect.stringMatching(/^[A-Z].*\.$/)]);
});
