import { execFileSync } from "node:child_process";
import { symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { temporaryProject } from "../harness/project.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const valid = { resource: { type: "SUBSCRIPTION", uuid: "s" }, resourceAction: "REMOVED" };
const webhookNumber = (number: number) => numberedWebhook(number, valid);
const taking = () => startRawServer((socket) => socket.write(answerWith(200)));

test.skipIf(process.platform === "win32")(
  "what has no end is refused at once by its name, and the others are sent and checked",
  async () => {
    const handler = await taking();
    const { run, folder } = await temporaryProject();
    await writeFiles(folder, { "a.json": webhookNumber(1), "large.json": "{}", "events.xml": "<event/>" });
    await truncate(join(folder, "large.json"), 300 * 1024 ** 2); // takes no room on the disk
    await symlink("/dev/zero", join(folder, "zero.json"));
    execFileSync("mkfifo", [join(folder, "pipe.json")]);
    const names = ["zero.json", "pipe.json", "large.json", "/dev/zero", "a.json"];
    const refused = [
      "zero.json is a link to a device, not a file.",
      "pipe.json is a named pipe, not a file.",
      "large.json is too large: it has 300 MB, and a fixture can have at most 256 MB.",
      "/dev/zero is a device, not a file.",
    ];
    const said = (text: string) => text.split("\n").flatMap((line) => /^✖ (.*)$/.exec(line)?.[1] ?? []);
    const replayed = await run(["replay", ...names, "events.xml", "--to", handler.url]);
    expect([replayed.status, said(replayed.stderr)]).toEqual([
      1,
      [...refused, "events.xml is XML; AppDirect sends webhooks as JSON."],
    ]);
    expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(1) }]);
    const validated = await run(["validate", ...names]);
    expect([validated.status, said(validated.stderr)]).toEqual([2, refused]);
    expect(validated.stdout).toContain("5 documents: 1 valid, 4 not checked.\n");
  },
);

test.skipIf(process.platform === "win32")("what a shell opened is read: <(…) and /dev/stdin", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFile(join(folder, "a.json"), webhookNumber(1));
  const args = ["--to", handler.url];
  for (const through of ['cat a.json | "$@" /dev/stdin', '"$@" /dev/stdin < a.json', '"$@" /dev/fd/9 9< a.json'])
    expect((await run(["replay", ...args], { through })).status).toBe(0);
  const { status } = await run(["replay", ...args], { through: `bash -c '"$@" <(cat a.json)' bash "$@"` });
  expect(status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject(Array.from({ length: 4 }, () => ({ uuid: uuidOf(1) })));
});

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const ready = { type: "ready", url: "http://localhost:1/", local: "http://localhost:1/", pid: 1 };
const came = (number: number) => {
  const fixture = { appdirectHooks: 1, payload: JSON.parse(webhookNumber(number)) };
  return { type: "event", number, event: "subscription.removed", known: true, times: 1, issues: 0, fixture };
};

test("JSON lines, a list and a log of listen in a file are their events", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, {
    "events.ndjson": `${webhookNumber(1)}\n{"uuid":}\n${webhookNumber(2)}\n`,
    "list.json": `[${webhookNumber(3)},\n ${webhookNumber(4)}]`,
    "listen.log": lines(ready, came(5), { type: "waiting", target: "http://localhost:2/" }, came(6)),
  });
  const names = ["events.ndjson", "list.json", "listen.log"];
  const replayed = await run(["replay", ...names, "--to", handler.url, "--concurrency", "1"]);
  expect(replayed.status).toBe(1);
  expect(handler.requests.map(sentPayload)).toMatchObject([1, 2, 3, 4, 5, 6].map((n) => ({ uuid: uuidOf(n) })));
  expect(replayed.stdout.match(/(?<= {2})(events|list|listen)\..*/g)).toEqual([
    "events.ndjson, line 1",
    "events.ndjson, line 3",
    "list.json, item 1",
    "list.json, item 2",
    "listen.log, line 2",
    "listen.log, line 4",
  ]);
  expect(replayed.stderr).toContain("✖ events.ndjson, line 2 is not JSON: line 2, column 9");
  expect(replayed.stderr).toContain("\n2 lines of the log are not events.\n");
  const validated = await run(["validate", ...names]);
  expect(validated.stdout).toContain("7 documents: 6 valid, 1 invalid (1 error).\n");
});

test("a log over standard input gives its events, and one without any says so", async () => {
  const { run } = await temporaryProject();
  const input = lines(ready, came(1), { type: "waiting", target: "x", payload: {} });
  const { stdout, stderr } = await run(["validate"], { input });
  expect(stdout).toContain("✓ standard input, line 2  subscription.removed\n");
  expect(stdout).toContain("✖ standard input, line 3"); // a payload with such a type
  expect(stderr).toBe("1 line of the log is not an event.\n");
  expect(await run(["validate"], { input: lines(ready) })).toMatchObject({
    status: 2,
    stderr: '✖ The only line of the log is not an event.\n  Its events are the lines with "type":"event".\n',
  });
});

test.skipIf(process.platform === "win32")("a named pipe in a folder is skipped, and nobody waits for it", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "in/a.json": webhookNumber(1) });
  execFileSync("mkfifo", [join(folder, "in", "pipe.json")]);
  const { status, stdout, stderr } = await run(["validate", "in"]);
  expect([status, stderr]).toEqual([0, "1 file skipped, not a payload: in/pipe.json.\n"]);
  expect(stdout).toContain("1 document: 1 valid.\n");
});

test("CSV is told to be CSV, and a list over standard input is its items", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "events.csv": "uuid,timestamp\n1,2\n" });
  expect(await run(["validate", "events.csv"])).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(
      "  ✖ events.csv:1:1: found CSV; documented: JSON. AppDirect sends webhooks as JSON.\n",
    ),
  });
  const { stdout } = await run(["validate"], { input: `[${webhookNumber(1)},\n{"resource":1}]` });
  expect(stdout).toContain("✓ standard input, line 1, item 1  subscription.removed\n");
  expect(stdout).toContain("  ✖ standard input:2:2 resource: found the number 1");
});

test("in a folder what is plainly no payload is skipped and counted; named by itself it is sent with a warning", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, {
    "in/a.json": webhookNumber(1),
    "in/listen.json": lines(ready),
    "in/package.json": '{"name":"crm"}',
    "in/tsconfig.json": '{ // don"t\n "compilerOptions": {}, }',
    "other/package-lock.json": '{"name":"crm"}',
    "data/a.xml": "<event/>",
    "data/b.xml": "<event/>",
  });
  const skipped = "3 files skipped, not payloads: in/package.json, in/listen.json, in/tsconfig.json.\n";
  const send = async (name: string) => run(["replay", name, "--to", handler.url]);
  const all = await send("in");
  expect([all.status, all.stderr.startsWith(skipped), handler.requests.length]).toEqual([0, true, 1]);
  expect(await run(["validate", "in"])).toMatchObject({ status: 0, stderr: skipped });
  const named = await send("in/package.json");
  expect([named.status, named.stderr.split("\n")[0], handler.requests.length]).toEqual([
    0,
    "! in/package.json has none of the keys of a webhook (uuid, timestamp, resource, resourceAction); check that it is the right file.",
    2,
  ]);
  const quiet = await run(["replay", "in/package.json", "in", "--to", handler.url, "--quiet"]);
  expect(quiet.stderr).toBe(`${named.stderr.split("\n")[0]}\n`);
  expect(await send("other")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("✖ No payloads in other: 1 file is not a payload (other/package-lock.json).\n"),
  });
  expect(await send("data")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("✖ The folder data has no .json files (it has 2 .xml).\n"),
  });
});
