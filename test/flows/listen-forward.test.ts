import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { targetIsListener } from "../../src/sessions/sentences.ts";
import { freePort } from "../harness/free-port.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { program } from "../harness/program.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

test("--exec gives a script the fixture on its standard input, and the event's name", async () => {
  const project = await temporaryProject();
  const script = `
    import { readFileSync, writeFileSync } from "node:fs";
    writeFileSync(process.argv[2], process.env.APPDIRECT_HOOKS_EVENT + "\\n" + readFileSync(0, "utf8"));
  `;
  await writeFile(join(project.folder, "audit.mjs"), script);
  const args = ["--exec", `node audit.mjs 'what came.txt'`, "--count", "1"];
  const { url, ended } = await startListener(project, args);
  await post(url, webhook());
  const { status, stdout } = await ended;
  expect(status).toBe(0);
  expect(stdout).toMatch(/\n {10}#1 {2}user\.added → \S.*exit 0 +\d+ ms\n$/);
  const [event, ...rest] = (await readFile(join(project.folder, "what came.txt"), "utf8")).split("\n");
  const [fixture] = await recordedFixtures(join(project.folder, "fixtures"));
  expect([event, JSON.parse(rest.join("\n"))]).toEqual(["user.added", fixture]);
});

test("a command that fails makes an end by itself exit 1", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--exec", program("exits-with.js", "7"), "--count", "1"]);
  expect((await post(url, webhook())).status).toBe(200);
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(1);
  expect(stdout).toMatch(/exit 7 +\d+ ms\n$/);
  expect(stderr).toContain("\nforwarded  0 delivered, 1 failed\n");
});

test("a handler that fails makes an end by itself exit 1, and its own words are shown", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer((socket) => socket.write(answerWith(500, '{"error":"unknown plan"}\nmore')));
  const { url, ended } = await startListener(project, [handler.url, "--count", "1"]);
  expect((await post(url, webhook())).status).toBe(200);
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /\n {10}#1 {2}user\.added → http:\/\/127\.0\.0\.1:\d+\/ {2}500 +\d+ ms {3}\{"error":"unknown plan"\}\n$/,
  );
  expect(stderr).toContain(`\nTo resend undelivered events: ${project.typed} replay --failed\n`);
});

test("each target gets its own events, and --json tells of every delivery", async () => {
  const project = await temporaryProject();
  const users = await startRawServer((socket) => socket.write(answerWith(200)));
  const others = await startRawServer((socket) => socket.write(answerWith(204)));
  const targets = ["-f", `user.*=${users.url}/crm`, "-f", `!user=${others.url}`];
  const { url, ended } = await startListener(project, [...targets, "--json", "--count", "1"]);
  await post(url, webhook());
  const { status, stdout } = await ended;
  expect([status, users.requests.length, others.requests.length]).toEqual([0, 1, 0]);
  expect(jsonLines(stdout).filter(({ type }) => type === "delivery")).toEqual([
    expect.objectContaining({
      event: "user.added",
      uuid: "429afed8-0001-4000-8000-000000000001",
      target: `${users.url}/crm`,
      status: 200,
      ms: expect.any(Number),
      delivered: true,
    }),
  ]);
});

test("--respond handler passes a handler's no on to the sender", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer((socket) => socket.write(answerWith(422)));
  const { url, ended } = await startListener(project, [handler.url, "--respond", "handler", "--count", "1"]);
  expect((await post(url, webhook())).status).toBe(422);
  expect((await ended).status).toBe(1);
});

test("a target that is the listener itself is refused", async () => {
  const { run } = await temporaryProject();
  const port = String(await freePort());
  expect(await run(["listen", "--no-tunnel", "--port", port, port])).toEqual({
    status: 2,
    stdout: "",
    stderr: shownError(targetIsListener(`http://localhost:${port}/`)),
  });
});
