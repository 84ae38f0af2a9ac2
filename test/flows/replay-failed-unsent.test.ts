import { expect, test } from "vitest";
import { withheld } from "../../src/fixtures/sentences.ts";
import { post } from "../harness/post.ts";
import { program } from "../harness/program.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook } from "../harness/webhook.ts";

/** A `listen` with these arguments that takes so many events and ends; resolves with what it said. */
async function listenTo(project: Project, count: number, args: readonly string[]): Promise<string> {
  const { url, ended } = await startListener(project, [...args, "--count", String(count)]);
  for (let number = 1; number <= count; number += 1) await post(url, numberedWebhook(number));
  return (await ended).stderr;
}

const listenInVain = (project: Project) => project.run(["listen", "--no-tunnel", "--port", "0", "--for", "100ms"]);
const refusing = () => startRawServer((socket) => socket.write(answerWith(503)));
const taking = () => startRawServer((socket) => socket.write(answerWith(200)));
const exec = ["--exec", program("exits-with.js", "3")];

test("--failed says once what the targets were given before and are not given now", async () => {
  const project = await temporaryProject();
  const handler = await refusing();
  const withCredentials = handler.url.replace("//", "//ada:sesame@");
  await listenTo(project, 2, ["--forward-to", withCredentials, "-H", "X-Key: k1", "-H", "x-team: billing"]);
  const plain = await project.run(["replay", "--failed", "--dry-run"]);
  expect(plain.stderr).toBe(
    `! Not sent again (the journal stores header names, not values): x-key, x-team, the credentials of ${handler.url}/\n` +
      "  Add them with -H 'x-key: …' and --to with the credentials in the address.\n",
  );
  const given = ["--to", withCredentials, "-H", "X-KEY: k1", "-H", "X-Team: billing"];
  expect((await project.run(["replay", "--failed", "--dry-run", ...given])).stderr).toBe("");
});

test("--failed counts the deliveries to commands that it leaves out", async () => {
  const project = await temporaryProject();
  const handler = await refusing();
  const end = await listenTo(project, 2, [...exec, "--forward-to", handler.url]);
  expect(end).toContain("To resend undelivered events:");
  const { stdout, stderr } = await project.run(["replay", "--failed", "--dry-run"]);
  expect(stdout.match(/^curl /gm)).toHaveLength(2);
  expect(stderr).toBe(
    "2 deliveries to commands (--exec) cannot be resent: listen --exec … runs commands only for new events.\n",
  );
});

test("where only commands failed, the end names their files and not --failed", async () => {
  const project = await temporaryProject();
  const end = await listenTo(project, 1, exec);
  expect(end).toMatch(/\n {2}failed: user\.added → .* {2}exit 3(?: {2}|\n {4})fixtures\/user\.added\/\S+\.json\n$/);
  expect(end).not.toContain("--failed");
});

test("where nothing is recorded, the end promises nothing", async () => {
  const project = await temporaryProject();
  const handler = await refusing();
  const end = await listenTo(project, 1, ["--no-record", "--forward-to", handler.url]);
  expect(end).toMatch(/\nforwarded +0 delivered, 1 failed\n {2}failed: user\.added → .* {2}503\n$/);
});

test("a listener that received nothing, and a replay that no target took, do not hide what failed before", async () => {
  const project = await temporaryProject();
  const [refuses, takes] = [await refusing(), await taking()];
  await listenTo(project, 1, ["--forward-to", refuses.url]);
  await listenInVain(project);
  await project.run(["replay", "last", "--to", `order=${takes.url}`]);
  expect((await project.run(["replay", "--failed", "--to", takes.url])).status).toBe(0);
  expect(takes.requests).toHaveLength(1);
});

test("--failed after sessions that received nothing says so", async () => {
  const project = await temporaryProject();
  await listenInVain(project);
  const { status, stderr } = await project.run(["replay", "--failed"]);
  expect([status, stderr.split("\n")[0]]).toEqual([2, "✖ This project has not received or sent any event yet."]);
});

test("an event that was withheld as a whole is not sent, and the replay is no success", async () => {
  const project = await temporaryProject();
  const handler = await taking();
  const { url, ended } = await startListener(project, ["--redact", "resource.content.email", "--count", "1"]);
  await post(url, '{"resource":{"content":{"email":"ada@example.com"');
  await post(url, numberedWebhook(1));
  await ended;
  const { status, stderr } = await project.run(["replay", "fixtures", "--to", handler.url]);
  expect([status, handler.requests.length]).toEqual([1, 1]);
  expect(stderr).toContain(withheld("invalid").message);
});
