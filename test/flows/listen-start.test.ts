import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { constants, existsSync } from "node:fs";
import { open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { portInUse } from "../../src/listener/sentences.ts";
import { readyFileUnwritable } from "../../src/sessions/sentences.ts";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { call, post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

test("listen --no-tunnel says where it listens, what it keeps and what it asks for", async () => {
  const { start } = await temporaryProject();
  const running = start(["listen", "--no-tunnel", "--port", "0"]);
  await running.untilErr(/to stop\.\n\n/);
  const place = /http:\S+/.exec(running.stderr())?.[0];
  expect(running.stderr()).toBe(`listening   ${place}
recording   fixtures
auth        none: accepts every POST
forwarding  nothing; add a handler with --forward-to

Waiting for events. Press Ctrl-C to stop.

`);
});

test("with --json nothing of that stands on stderr", async () => {
  const { run } = await temporaryProject();
  const { stdout, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--json", "--for", "1ms"]);
  expect([stderr, jsonLines(stdout).map(({ type }) => type)]).toEqual(["", ["ready", "end"]]);
});

test("a browser that opens the address is told what this is", async () => {
  const { url } = await startListener(await temporaryProject());
  const page = await call(url, { method: "GET", headers: { accept: "text/html" } });
  expect(page).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.body).toContain("appdirect-hooks is listening here");
  expect((await call(url, { method: "PUT" })).status).toBe(405);
});

test("--print-url writes the address alone as the first line", async () => {
  const { run } = await temporaryProject();
  const { stdout } = await run(["listen", "--no-tunnel", "--port", "0", "--print-url", "--quiet", "--for", "1ms"]);
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
});

test("--ready-file holds the address and the process once events can come", async () => {
  const { start, folder } = await temporaryProject();
  const { processId } = start(["listen", "--no-tunnel", "--port", "0", "--ready-file", "ready.json"]);
  const text = await eventually(() => readFile(join(folder, "ready.json"), "utf8").catch(() => undefined));
  const ready = JSON.parse(text);
  expect(ready).toEqual({
    type: "ready",
    fixtures: join(folder, "fixtures"),
    url: ready.local,
    local: expect.stringMatching(/^http:\/\/127/),
    pid: processId,
  });
  expect((await post(ready.url, webhook())).status).toBe(200);
});

test("a ready file is its user's alone, is gone at the end, and an old one is not taken for it", async () => {
  const { start, run, folder } = await temporaryProject();
  const file = join(folder, "ready.json");
  await writeFile(file, "stale", { mode: 0o644 });
  const { processId, kill, ended } = start(["listen", "--no-tunnel", "--port", "0", "--ready-file", "ready.json"]);
  await eventually(
    async () => (await readFile(file, "utf8").catch(() => "")).includes(`"pid":${processId}`) || undefined,
  );
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  kill("SIGTERM");
  await ended;
  expect(existsSync(file)).toBe(false);
  await writeFile(file, "stale");
  const port = await takenPort();
  await run(["listen", "--no-tunnel", "--port", String(port), "--ready-file", "ready.json"]);
  expect(existsSync(file)).toBe(false);
});

test.skipIf(process.platform === "win32")("a second Ctrl-C takes the ready file away too", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer(() => undefined);
  const typed = ["--forward-to", handler.url, "--ready-file", "ready.json"];
  const { url, kill, ended, untilErr } = await startListener(project, typed);
  const file = join(project.folder, "ready.json");
  await eventually(async () => existsSync(file) || undefined);
  await post(url, webhook());
  await handler.untilRequests(1);
  kill("SIGINT");
  await untilErr(/finishing 1 delivery/);
  kill("SIGINT");
  expect([(await ended).status, existsSync(file)]).toEqual([130, false]);
});

test.skipIf(process.platform === "win32")("a pipe as the ready file is written to, and stays a pipe", async () => {
  const { run, folder } = await temporaryProject();
  const pipe = join(folder, "pipe");
  execFileSync("sh", ["-c", `mkfifo "$0"`, pipe]);
  const reader = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => reader.close());
  const typed = ["listen", "--no-tunnel", "--port", "0", "--ready-file", "pipe", "--for", "1ms"];
  expect((await run(typed)).status).toBe(0);
  expect(JSON.parse(await reader.readFile("utf8"))).toMatchObject({ type: "ready" });
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

test.skipIf(process.platform === "win32")("a pipe that nobody reads is refused, not waited for", async () => {
  const { run, folder } = await temporaryProject();
  execFileSync("sh", ["-c", `mkfifo "$0"`, join(folder, "pipe")]);
  const { status, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--ready-file", "pipe"]);
  const { message } = readyFileUnwritable(join(folder, "pipe"), "--ready-file", undefined);
  expect([status, stderr.includes(message)]).toEqual([3, true]);
});

test("a ready file of another listener, and a folder in its place, are left", async () => {
  const { start, run, folder, stateFolder } = await temporaryProject();
  const file = join(folder, "ready.json");
  const { kill, ended } = start(["listen", "--no-tunnel", "--port", "0", "--ready-file", "ready.json"]);
  await eventually(async () => existsSync(file) || undefined);
  await writeFile(file, '{"pid":1}');
  kill("SIGTERM");
  await ended;
  expect(await readFile(file, "utf8")).toBe('{"pid":1}');
  const { status, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--ready-file", "."]);
  expect([status, stderr]).toEqual([3, shownError(readyFileUnwritable(folder, "--ready-file", undefined))]);
  const left = await readdir(stateFolder, { recursive: true });
  expect(left.filter((path) => /listening.+json/.test(path))).toEqual([]);
});

test("a taken --port is exit 3", async () => {
  const { run } = await temporaryProject();
  const port = await takenPort();
  expect(await run(["listen", "--no-tunnel", "--port", String(port)])).toEqual({
    status: 3,
    stdout: "",
    stderr: shownError(portInUse(port, "--port", undefined)),
  });
});

// Another address of the loopback network, for a test must not take the default port from whoever works here.
test.runIf(process.platform === "linux")("a free port is taken where another program has the default one", async () => {
  const project = await temporaryProject();
  const place = ["--host", "127.47.47.1"];
  await takenPort({ host: "127.47.47.1", port: 4747 });
  const running = project.start(["listen", "--no-tunnel", ...place]);
  const url = await running.untilErr(/http:\/\/127\.47\.47\.1:\d+\//);
  const { port } = new URL(url);
  expect(port).not.toBe("4747");
  expect(running.stderr()).toContain(`Port 4747 is in use; listening on ${port}.\n`);
  expect((await post(url, webhook())).status).toBe(200);
});

test("a second listen of the project is refused, unless it names a port", async () => {
  const project = await temporaryProject();
  const first = await startListener(project);
  expect(await project.run(["listen", "--no-tunnel"])).toEqual({
    status: 3,
    stdout: "",
    stderr:
      `✖ A listener of this project is already running: process ${first.processId} on port ${first.port}, ${first.url}\n` +
      "  Stop it, or choose another port with --port to run both.\n",
  });
  const second = await startListener(project);
  expect((await post(second.url, webhook())).status).toBe(200);
});

test("a listener that was killed stands in nobody's way", async () => {
  const project = await temporaryProject();
  const first = await startListener(project);
  first.kill("SIGKILL");
  await first.ended;
  const { status } = await project.run(["listen", "--no-tunnel", "--for", "1ms"]);
  expect(status).toBe(0);
});

test("--json tells of a taken port as JSON on stderr", async () => {
  const { run } = await temporaryProject();
  const port = await takenPort();
  const { status, stdout, stderr } = await run(["listen", "--no-tunnel", "--port", String(port), "--json"]);
  expect([status, stdout]).toEqual([3, ""]);
  const { message, hint } = portInUse(port, "--port", undefined);
  expect(JSON.parse(stderr)).toEqual({ error: { code: "PORT_IN_USE", message, hint } });
});

/** A port that a program of somebody else has. */
async function takenPort(place = { host: "127.0.0.1", port: 0 }): Promise<number> {
  const server = createServer().listen(place);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return port;
}
