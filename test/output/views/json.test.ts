import { expect, test } from "vitest";
import { answered, exited } from "../../harness/attempts.ts";
import { endNotice, deliveryNotice, eventNotice, readyNotice, targetNamed } from "../../harness/notices.ts";
import { listenView } from "../../harness/listen-view.ts";
import type { Notice } from "../../../src/sessions/index.ts";

/** The one line that a notice is. */
async function told(notice: Notice): Promise<unknown> {
  const { out = "", err } = (await listenView("json"))(notice);
  expect([err, out.indexOf("\n"), out.length]).toEqual([undefined, out.length - 1, out.length]);
  return JSON.parse(out);
}

test("ready says where events can come, and who listens", async () => {
  expect(await told(readyNotice({ fixtures: "/shop/fixtures" }))).toEqual({
    type: "ready",
    url: "http://127.0.0.1:4747/",
    local: "http://127.0.0.1:4747/",
    pid: 4711,
    fixtures: "/shop/fixtures",
  });
});

test("ready has the kind of tunnel where there is one", async () => {
  expect(await told(readyNotice({ tunnel: "named", url: "https://hooks.example.com/" }))).toMatchObject({
    type: "ready",
    url: "https://hooks.example.com/",
    local: "http://127.0.0.1:4747/",
    tunnel: "named",
  });
});

test("ready has the token where it was made just now, for it is shown once", async () => {
  expect(await told(readyNotice({ made: { token: "t0ken" } }))).toMatchObject({ type: "ready", token: "t0ken" });
});

test("an event has its fixture and its file", async () => {
  const notice = eventNotice(
    { resource: { type: "USER" }, resourceAction: "ADDED" },
    { number: 3, times: 2, issues: 4 },
  );
  expect(await told(notice)).toEqual({
    type: "event",
    number: 3,
    event: "user.added",
    known: true,
    file: "fixtures/event.json",
    times: 2,
    differs: false,
    issues: 4,
    fixture: {
      appdirectHooks: 1,
      event: "user.added",
      receivedAt: notice.receivedAt.toISOString(),
      request: { method: "POST", path: "/", headers: { "content-type": "application/json" } },
      payload: { resource: { type: "USER" }, resourceAction: "ADDED" },
    },
  });
});

test("an event that AppDirect does not document is told as not known", async () => {
  expect(await told(eventNotice("oops"))).toMatchObject({ event: "invalid", known: false });
});

test("a delivery has its uuid, target, status and time", async () => {
  const notice = deliveryNotice(answered(500, "oops", 104.4), { uuid: "429afed8", file: "f.json" });
  expect(await told(notice)).toEqual({
    type: "delivery",
    number: 1,
    event: "user.added",
    uuid: "429afed8",
    file: "f.json",
    target: "crm",
    delivered: false,
    status: 500,
    ms: 104,
    error: "oops",
    body: "oops",
  });
});

test("a delivery that came to no answer has an error instead of a status", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  expect(await told(deliveryNotice(attempt))).toEqual({
    type: "delivery",
    number: 1,
    event: "user.added",
    target: "crm",
    delivered: false,
    ms: 1,
    error: "nothing listens there",
  });
});

test("a redirect has no body: its page only repeats where it points", async () => {
  const attempt = answered(301, "<h1>Moved</h1>", 12, { location: "https://crm.example/hooks" });
  expect(await told(deliveryNotice(attempt))).not.toHaveProperty("body");
});

test("a command has its exit code as the status", async () => {
  const ran = (exitCode: number) => deliveryNotice(exited(exitCode));
  expect(await told(ran(0))).toMatchObject({ delivered: true, status: 0, ms: 50 });
  expect(await told(ran(3))).toMatchObject({ delivered: false, status: 3, error: "exit code 3" });
});

test.each([
  ['\n {"error":"unknown plan"}\nat 7', '{"error":"unknown plan"}'],
  ["", "status 500"],
  [" \n", "status 500"],
  ["a\u001b[2J", "a\\u001b[2J"],
  ["x".repeat(1_000), "x".repeat(200)],
])("a handler that answers 500 and %j has as its error %j", async (answer, error) => {
  expect(await told(deliveryNotice(answered(500, answer)))).toMatchObject({ status: 500, error });
});

test("a command that fails has as its error what it said, on standard error first", async () => {
  const spoken = await told(deliveryNotice(exited(3, { output: "reading\n", errorOutput: "\nno such plan\nat 7" })));
  expect(spoken).toMatchObject({ status: 3, error: "no such plan" });
  expect(await told(deliveryNotice(exited(3, { output: "reading\n" })))).toMatchObject({ error: "reading" });
});

test("what a command printed is told, and of a stream to which it wrote nothing nothing", async () => {
  const spoken = await told(deliveryNotice(exited(0, { output: "reading\ndone\n" })));
  expect(spoken).toMatchObject({ delivered: true, output: "reading\ndone\n" });
  expect(spoken).not.toHaveProperty("errorOutput");
  expect(await told(deliveryNotice(exited(3, { errorOutput: "no such plan\n" })))).toMatchObject({
    errorOutput: "no such plan\n",
  });
});

test("of much that a command printed the last 2 kB are told, in whole characters", async () => {
  const output = `${"€".repeat(1_000)}!`; // 3 bytes each: 2 047 of the last 2 048 are 682 of them and a third of one
  const errorOutput = `x${"y".repeat(2_048)}`;
  expect(await told(deliveryNotice(exited(0, { output, errorOutput })))).toMatchObject({
    output: `${"€".repeat(682)}!`,
    errorOutput: "y".repeat(2_048),
  });
});

test("a command that was ended has its last words in its error, and what it printed beside it", async () => {
  const said = { lastWords: "reading", printed: { output: "reading\n", errorOutput: "" } };
  const attempt = { outcome: "failed", reason: "timed out", detail: "not done", durationMs: 12, ...said } as const;
  expect(await told(deliveryNotice(attempt))).toMatchObject({
    error: "not done; last output: reading",
    output: "reading\n",
  });
});

test("an event nested too deeply to be written is told as what it is", async () => {
  const notice = eventNotice({ resource: { type: "USER" }, resourceAction: "ADDED" });
  const fixture = { ...notice.fixture, payload: null };
  expect(await told({ ...notice, fixture, payloadText: "null" })).toMatchObject({
    event: "user.added",
    known: true,
    fixture: { payload: null },
  });
});

test("the digits of a payload stand in its line as they came, and a copy of the body only where the file has one", async () => {
  const body =
    '{"resource":{"type":"ORDER","uuid":"1","content":{"id":1152921506151679042,"price":10.00}},"resourceAction":"ADDED"}';
  const show = await listenView("json");
  const { out: line = "" } = show(eventNotice(body));
  expect(line).toContain(`"payload":${body}}}`);
  expect(line).not.toContain("rawBody");
  const { out: spaced = "" } = show(eventNotice(body.replaceAll(",", ", ")));
  expect(spaced).toContain(`"payload":${body}}}`);
  expect(JSON.parse(spaced)).toMatchObject({ fixture: { rawBody: { data: body.replaceAll(",", ", ") } } });
});

test.each<[Notice, object]>([
  [
    { kind: "unrecorded", event: "user.added", uuid: "u", reason: "the disk is full", folder: "f" },
    { type: "unrecorded", event: "user.added", uuid: "u", error: "the disk is full" },
  ],
  [
    { kind: "refused", reason: "no token", times: 3 },
    { type: "refused", reason: "no token", times: 3 },
  ],
  [
    { kind: "refused", reason: "POST to another path", takenAt: "http://127.0.0.1:4747/hooks", times: 1 },
    {
      type: "refused",
      reason: "POST to another path; webhooks are accepted at http://127.0.0.1:4747/hooks",
      times: 1,
    },
  ],
  [
    { kind: "warning", about: "tracked by git", file: "/shop/a.json" },
    {
      type: "warning",
      code: "TRACKED_BY_GIT",
      message: expect.stringContaining("/shop/a.json"),
      hint: expect.stringContaining(".gitignore"),
    },
  ],
  [
    { kind: "dropped", target: targetNamed("crm"), total: 2 },
    { type: "dropped", target: "crm", total: 2 },
  ],
  [
    { kind: "waiting", target: targetNamed("crm") },
    { type: "waiting", target: "crm" },
  ],
  [
    { kind: "paused", paused: true, waiting: 4 },
    { type: "paused", paused: true, waiting: 4 },
  ],
  [
    { kind: "ending", deliveries: 1 },
    { type: "ending", deliveries: 1 },
  ],
])("%j is told as its facts", async (notice, line) => {
  expect(await told(notice)).toEqual(line);
});

test("the end has the counts", async () => {
  const cutOff = { event: "user.added", target: "crm", file: "f.json" };
  const notSent = { event: "user.added", target: "crm", file: "g.json" };
  const notice = endNotice({
    events: { "user.added": 2 },
    delivered: 1,
    undelivered: [
      { ...cutOff, wasSent: true },
      { ...notSent, wasSent: false },
    ],
    missing: "No order.added came.",
    durationMs: 65_000.123456,
  });
  expect(await told(notice)).toEqual({
    type: "end",
    durationMs: 65_000.1,
    events: { "user.added": 2 },
    repeats: 0,
    hidden: 0,
    unrecorded: 0,
    refused: 0,
    delivered: 1,
    failed: 0,
    undelivered: [{ ...cutOff, cutOff: true }, notSent],
    failures: [],
    sendable: 0,
    unsendable: [],
    missing: "No order.added came.",
  });
});
