import { expect, test } from "vitest";
import { nothingFailed } from "../../src/commands/sentences/selecting.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { eventually } from "../harness/eventually.ts";
import { call, post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

test("with --json every line is JSON, the first is ready and the last is end", async () => {
  const project = await temporaryProject();
  const { processId, url, ended } = await startListener(project, ["--json", "--count", "2"]);
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2));
  const { status, stdout, stderr } = await ended;
  const lines = jsonLines(stdout);
  expect([status, stderr]).toEqual([0, ""]);
  expect(lines.map(({ type, times }) => [type, times])).toEqual([
    ["ready", undefined],
    ["event", 1],
    ["event", 2],
    ["event", 1],
    ["end", undefined],
  ]);
  expect(lines[0]).toMatchObject({ url, local: url, pid: processId });
  expect(lines[1]).toMatchObject({ event: "user.added", fixture: { payload: JSON.parse(numberedWebhook(1)) } });
  expect(lines.at(-1)).toMatchObject({ events: { "user.added": 2 }, repeats: 1, refused: 0, failed: 0 });
});

test("--count ends it by itself, with what came", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--count", "1"]);
  await post(url, webhook());
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^\d\d:\d\d:\d\d {2}#1 {2}user\.added {2}Ada {2}\(not as documented, 10 issues: .*\) {2}fixtures\/user\.added\/\d{8}T\d{9}Z-429afed8\.json\n$/,
  );
  expect(stderr).toMatch(/\nreceived {2}1 event in .*\n {10}user\.added 1\nrecorded {2}fixtures\n$/);
});

test("--for with --count is a deadline", async () => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--for", "200ms", "--count", "1"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/\n✖ 0 of 1 events came within 0\.2 s \(--for\)\.\n$/);
});

test("--for with --until-event is a deadline", async () => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run([
    "listen",
    "--no-tunnel",
    "--port",
    "0",
    "--for",
    "200ms",
    "--until-event",
    "user.*",
  ]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/\n✖ No user\.\* came within 0\.2 s \(--for\)\.\n$/);
});

test("--for alone is an ordinary end", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--for", "200ms"]);
  expect([status, stdout]).toEqual([0, ""]);
  expect(stderr).toMatch(/\nreceived {2}0 events in \d+ ms\n$/);
});

test("--until-event ends it with the first such event", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--json", "--until-event", "company.*"]);
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2, { resource: { type: "COMPANY", uuid: "c" }, resourceAction: "CHANGED" }));
  const { status, stdout } = await ended;
  expect(status).toBe(0);
  expect(jsonLines(stdout).at(-1)).toMatchObject({ events: { "user.added": 1, "company.changed": 1 } });
});

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends it with a summary",
  async (signal) => {
    const project = await temporaryProject();
    const { url, kill, ended } = await startListener(project);
    await post(url, webhook());
    kill(signal);
    const { status, stderr } = await ended;
    expect(status).toBe(0);
    expect(stderr).toMatch(/\nreceived {2}1 event in .*\n {10}user\.added 1\nrecorded {2}fixtures\n$/);
  },
);

test.skipIf(process.platform === "win32")("what a handler has not taken at Ctrl-C is named", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer(() => undefined);
  const { url, kill, ended } = await startListener(project, ["--forward-to", handler.url]);
  await post(url, webhook());
  await handler.untilRequests(1);
  kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toContain("\nfinishing 1 delivery; press Ctrl-C again to stop now\n");
  expect(stderr).toContain("\nforwarded  0 delivered, 0 failed, 1 cut off\n");
  expect(stderr).toMatch(
    /\n {2}cut off \(the handler may have it\): user\.added → http:\/\/127\.0\.0\.1:\d+\/ {2}fixtures\/user\.added\/.*-429afed8\.json\n/,
  );
  expect(stderr).toContain(`\nTo resend undelivered events: ${project.typed} replay --failed\n`);
});

test.skipIf(process.platform === "win32")("what a handler takes after Ctrl-C is delivered, and not owed", async () => {
  const project = await temporaryProject();
  let answer: () => void = () => undefined;
  const handler = await startRawServer((socket) => (answer = () => socket.write(answerWith(200))));
  const { url, kill, ended, untilOut } = await startListener(project, ["--json", "--forward-to", handler.url]);
  await post(url, webhook());
  await handler.untilRequests(1);
  kill("SIGINT");
  await untilOut(/"ending"/);
  answer();
  const lines = jsonLines((await ended).stdout).slice(2);
  expect(lines).toMatchObject([
    { type: "ending", deliveries: 1 },
    { type: "delivery", delivered: true },
    { type: "end", delivered: 1, undelivered: [] },
  ]);
  const { stderr } = await project.run(["replay", "--failed", "--to", handler.url]);
  expect(stderr).toContain(nothingFailed().message);
});

test.skipIf(process.platform === "win32")("a second Ctrl-C ends it at once", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer(() => undefined);
  const { url, kill, ended } = await startListener(project, ["--forward-to", handler.url]);
  await post(url, webhook());
  await handler.untilRequests(1);
  kill("SIGINT");
  await eventually(() =>
    call(url, { method: "GET" }).then(
      () => undefined,
      () => "refused",
    ),
  );
  kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(130);
  expect(stderr).not.toContain("received");
});
