import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { startListener } from "../harness/running-listener.ts";
import { sentBody } from "../harness/sent-body.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const runFile = promisify(execFile);

/** Of the addresses that are kept for documents (RFC 5737): nobody has it. */
const faraway = "http://192.0.2.1/";

const secret = { APPDIRECT_HOOKS_TOKEN: "token-of-a-variable" };

test("a target that is neither this machine nor a private network needs --yes where nobody can be asked", async () => {
  const { run } = await recordedProject([webhook()]);
  expect(await run(["replay", "last", "--to", faraway])).toEqual({
    status: 2,
    stdout: "",
    stderr: `✖ ${faraway} is outside this machine and its private networks.\n  To send there anyway, add --yes.\n`,
  });
});

test("nothing is sent to a near target either before the far one was agreed to", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run } = await recordedProject([webhook()]);
  expect((await run(["replay", "last", "--to", handler.url, "--to", faraway])).status).toBe(2);
  expect(handler.connections).toEqual([]);
});

test("--dry-run prints curl commands that send the same bytes, and sends nothing", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const bodies = [` ${numberedWebhook(1, { note: 'it\'s $HOME `here` "now" \\ !\t' })}\n`, numberedWebhook(2)];
  const { run, folder } = await recordedProject(bodies);
  const { status, stdout } = await run(["replay", "fixtures", "--to", `${handler.url}/crm`, "--dry-run"]);
  expect([status, handler.connections]).toEqual([0, []]);
  expect(stdout).toMatch(/^curl --request POST 'http:\/\/127\.0\.0\.1:\d+\/crm' \\\n {2}--header /);
  await runFile("sh", ["-c", stdout], { cwd: folder });
  expect(handler.requests.map((request) => sentBody(request).toString())).toEqual(bodies);
  expect(handler.requests[0]).toMatch(/^POST \/crm HTTP\/1\.1\r\n/);
});

test("a token of a variable is presented to this machine alone, and printed nowhere", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run, folder } = await recordedProject([webhook()]);
  const near = await run(["replay", "last", "--to", handler.url, "--dry-run"], { env: secret });
  const far = await run(["replay", "last", "--to", faraway, "--dry-run"], { env: secret });
  expect([near.status, far.status, handler.connections]).toEqual([0, 0, []]);
  expect(near.stdout + near.stderr + far.stdout + far.stderr).not.toContain(secret.APPDIRECT_HOOKS_TOKEN);
  expect(far.stdout).not.toMatch(/token/i);
  await runFile("sh", ["-c", near.stdout], { cwd: folder, env: { ...process.env, ...secret } });
  expect(handler.requests[0]).toContain("\r\nx-appdirect-webhook-token: token-of-a-variable\r\n");
});

test("a token that was typed is presented to whom it was typed for", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run } = await recordedProject([webhook()]);
  const { status, stdout, stderr } = await run(["replay", "last", "--to", handler.url, "--token", "typed-token"]);
  expect(status).toBe(0);
  expect(handler.requests[0]).toContain("\r\nx-appdirect-webhook-token: typed-token\r\n");
  expect(stdout + stderr).not.toContain("typed-token");
  const far = await run(["replay", "last", "--to", faraway, "--token", "typed-token", "--dry-run"]);
  expect(far.stdout).toContain("x-appdirect-webhook-token: ");
});

test("what was redacted is never sent, and that is said", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--token", "right", "--count", "1"]);
  const headers = {
    "content-type": "application/json",
    "x-appdirect-webhook-token": "right",
    authorization: "Basic eDp5",
  };
  await post(url, webhook(), headers);
  await ended;
  const { status, stderr } = await project.run(["replay", "last", "--to", handler.url]);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^! Not sent, because it was redacted when fixtures\/.* was recorded: .*authorization/);
  expect(stderr).toContain("  To send one, use --token, --client or --client with --user.\n");
  expect(handler.requests[0]).not.toMatch(/redacted|authorization|token/i);
});
