import { expect, test } from "vitest";
import type { Notice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { endNotice, readyNotice, targetNamed } from "../../harness/notices.ts";

/** What is said beside the events; never on stdout, and the same in both forms for people. */
async function said(notice: Notice): Promise<string | undefined> {
  const [pretty, line] = [(await listenView("pretty"))(notice), (await listenView("line"))(notice)];
  expect(line).toEqual(pretty);
  expect(pretty.out).toBeUndefined();
  return pretty.err;
}

test("ready says first which port another program has", async () => {
  const text = await said(readyNotice({ instead: { taken: 4747, port: 40_047 } }));
  expect(text?.split("\n")[0]).toBe("Port 4747 is in use; listening on 40047.");
  expect(await said(readyNotice())).not.toContain("is in use; listening");
});

test("ready says where it listens, what it requires, and who gets what", async () => {
  const targets = [
    { name: "http://localhost:3000/", patterns: "*" },
    { name: "http://localhost:4000/crm", patterns: "user,company" },
  ];
  expect(
    await said(readyNotice({ asksFor: "the token in x-appdirect-webhook-token", targets, events: "!order" })),
  ).toBe(
    [
      "listening   http://127.0.0.1:4747/",
      "recording   fixtures",
      "auth        requires the token in x-appdirect-webhook-token",
      "showing     !order; the others are recorded only",
      "forwarding  http://localhost:3000/",
      "            http://localhost:4000/crm gets user,company",
      "",
      "Waiting for events. Press Ctrl-C to stop.\n\n",
    ].join("\n"),
  );
});

test("ready says what is not done", async () => {
  expect(await said(readyNotice({ fixtures: undefined, events: "order" }))).toBe(
    [
      "listening   http://127.0.0.1:4747/",
      "recording   off",
      "auth        none: accepts every POST",
      "showing     order; the others are counted only",
      "forwarding  nothing; add a handler with --forward-to",
      "",
      "Waiting for events. Press Ctrl-C to stop.\n\n",
    ].join("\n"),
  );
});

test("an address for AppDirect's form is not said to be saved", async () => {
  const address = { label: "access token URI", value: "http://127.0.0.1:4747/oauth2/token", isCredential: false };
  expect(await said(readyNotice({ toPaste: [address] }))).toContain(
    "\n\nThe access token URI for AppDirect's form:\nhttp://127.0.0.1:4747/oauth2/token\n\n",
  );
});

test("a token that was made stands alone on its line, to be pasted", async () => {
  expect(await said(readyNotice({ toPaste: [{ label: "token", value: "t0ken", isCredential: true }] }))).toContain(
    "\n\nThe token for AppDirect's form, saved for this project:\nt0ken\n\n",
  );
});

test.each<[Notice, string]>([
  [{ kind: "refused", reason: "no token", times: 1 }, "refused: no token\n"],
  [{ kind: "refused", reason: "no token", times: 12 }, "refused: no token (12 times)\n"],
  [
    { kind: "refused", reason: "POST to another path (/)", takenAt: "http://127.0.0.1:4747/hooks", times: 1 },
    "refused: POST to another path (/); webhooks are accepted at http://127.0.0.1:4747/hooks\n",
  ],
  [
    { kind: "unrecorded", event: "user.added", reason: "the disk is full", folder: "/shop/fixtures" },
    "✖ user.added could not be recorded: the disk is full.\n" +
      "  The sender got 503 and will retry. Free disk space or repair the folder /shop/fixtures. The\n  listener keeps running.\n",
  ],
  [
    { kind: "warning", about: "not connected", cause: new Error("EMFILE") },
    "! A connection could not be accepted (EMFILE).\n  The listener keeps running.\n",
  ],
  [
    { kind: "dropped", target: targetNamed("crm"), total: 3 },
    "! crm is too slow: its oldest waiting event was dropped (3 so far). With recording on, events wait\n  on disk instead.\n",
  ],
  [{ kind: "waiting", target: targetNamed("crm") }, "! crm refuses connections; retrying for up to 10 s\n"],
  [{ kind: "ending", deliveries: 1 }, "finishing 1 delivery; press Ctrl-C again to stop now\n"],
  [{ kind: "ending", deliveries: 2 }, "finishing 2 deliveries; press Ctrl-C again to stop now\n"],
  [{ kind: "paused", paused: true, waiting: 0 }, "paused: events are accepted but not forwarded; p resumes\n"],
  [{ kind: "paused", paused: false, waiting: 1 }, "forwarding again, 1 event waiting\n"],
  [{ kind: "paused", paused: false, waiting: 2 }, "forwarding again, 2 events waiting\n"],
])("%j is said in words", async (notice, text) => {
  expect(await said(notice)).toBe(text);
});

test("the end of a session without an event is one line", async () => {
  expect(await said(endNotice({ fixtures: "fixtures" }))).toBe("\nreceived  0 events in 1 min 5 s\n");
});

test("the end sums up what came and what became of it", async () => {
  const counts = { repeats: 1, hidden: 2, unrecorded: 3, refused: 4, delivered: 5, failed: 0 };
  const notice = endNotice({ events: { "user.added": 2, "order.changed": 1 }, ...counts, fixtures: "fixtures" });
  expect((await said(notice))?.split("\n")).toEqual([
    "",
    "received   3 events, 1 repeated, 2 left out by --events, 3 not recorded, answered 503, 4 refused in",
    "           1 min 5 s",
    "           user.added 2, order.changed 1",
    "forwarded  5 delivered, 0 failed",
    "recorded   fixtures",
    "",
  ]);
});

test("the end names what was not delivered, and the command that sends it again", async () => {
  const undelivered = ["a", "b", "c", "d", "e", "f", "g"].map((name) => ({
    event: "user.added",
    target: "crm",
    file: `${name}.json`,
    wasSent: name === "a",
  }));
  const text = await said(
    endNotice({ events: { "user.added": 7 }, failed: 1, undelivered, sendable: 8, durationMs: 900 }),
  );
  expect(text?.split("\n").slice(3)).toEqual([
    "forwarded  0 delivered, 1 failed, 1 cut off, 6 not sent",
    "  cut off (the handler may have it): user.added → crm  a.json",
    "  not sent: user.added → crm  b.json",
    "  not sent: user.added → crm  c.json",
    "  not sent: user.added → crm  d.json",
    "  not sent: user.added → crm  e.json",
    "  … 2 more",
    "To resend undelivered events: npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("the end names what failed with its file, and no command where none can send it again", async () => {
  const files = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.json`);
  const failures = files.map((file) => ({ event: "user.added", target: "crm", file, why: "500" }));
  const text = await said(endNotice({ events: { "user.added": 6 }, failed: 7, failures, durationMs: 900 }));
  expect(text?.split("\n").slice(3)).toEqual([
    "forwarded  0 delivered, 7 failed",
    "  failed: user.added → crm  500  a.json",
    "  failed: user.added → crm  500  b.json",
    "  failed: user.added → crm  500  c.json",
    "  failed: user.added → crm  500  d.json",
    "  failed: user.added → crm  500  e.json",
    "  … 2 more",
    "",
  ]);
});

test("the end says what was waited for in vain", async () => {
  const missing = "1 of 2 events came within 5 s (--for).";
  expect(await said(endNotice({ missing }))).toBe(`\nreceived  0 events in 1 min 5 s\n✖ ${missing}\n`);
});

const long = "word ".repeat(40).trim();
const narrow: Notice[] = [
  { kind: "refused", reason: long, times: 2 },
  { kind: "unrecorded", event: "user.added", reason: long, folder: "/shop" },
  { kind: "warning", about: "folder unwritable", reason: long },
  { kind: "dropped", target: targetNamed("crm"), total: 3 },
  endNotice({ missing: long }),
];

test.each(narrow)("$kind: no line is longer than the terminal is wide", async (notice) => {
  const { err = "" } = (await listenView("pretty", { width: () => 60, errWidth: () => 60 }))(notice);
  expect(err.split("\n").filter((line) => line.length > 60)).toEqual([]);
});

test("where no terminal shows it, a warning stays one line that can be searched", async () => {
  const notice = { kind: "warning", about: "not connected", cause: new Error(long) } as const;
  const { err } = (await listenView("line", { errWidth: () => Number.POSITIVE_INFINITY }))(notice);
  expect(err).toBe(`! A connection could not be accepted (${long}).\n  The listener keeps running.\n`);
});

test("at the end, a file name and a command that do not fit stand on lines of their own", async () => {
  const file = "fixtures/2026-11-23T14-05-11-123Z my own.subscription.changed.json";
  const undelivered = [{ event: "user.added", target: "http://localhost:3000/", file, wasSent: false }];
  const { err = "" } = (await listenView("pretty", { errWidth: () => 60 }))(endNotice({ undelivered, sendable: 1 }));
  expect(err.split("\n").slice(3)).toEqual([
    "  not sent: user.added → http://localhost:3000/",
    `    ${file}`,
    "To resend undelivered events:",
    "  npx appdirect-hooks replay --failed",
    "",
  ]);
});

test.each([
  [80, ["            to show it: npx appdirect-hooks listen --show-token"]],
  [60, ["            to show it:", "            npx appdirect-hooks listen --show-token"]],
])("the command that prints a saved token is whole in a terminal of %i", async (columns, expected) => {
  const notice = readyNotice({ asksFor: "the token in x-appdirect-webhook-token", usesKept: true });
  const { err = "" } = (await listenView("pretty", { errWidth: () => columns }))(notice);
  expect(err.split("\n").slice(3, 3 + expected.length)).toEqual(expected);
});

test("a command at the end of a hint that does not fit is whole on a line of its own", async () => {
  const notice = { kind: "warning", about: "left on disk", target: "crm", waiting: 10_000 } as const;
  const { err = "" } = (await listenView("pretty", { errWidth: () => 60 }))(notice);
  expect(err.split("\n").slice(-3)).toEqual([
    "  When your handler keeps up again, send the rest with:",
    "    npx appdirect-hooks replay --failed",
    "",
  ]);
});

test("the end of a session goes by the width of stderr", async () => {
  const names = ["user.added", "user.changed", "company.added", "company.changed", "order.added", "order.changed"];
  const notice = endNotice({ events: Object.fromEntries(names.map((name) => [name, 1])) });
  const view = await listenView("pretty", { width: () => Number.POSITIVE_INFINITY, errWidth: () => 60 });
  const lines = (view(notice).err ?? "").split("\n");
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(lines).toContain("          user.added 1, user.changed 1, company.added 1,");
});
