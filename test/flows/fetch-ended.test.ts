import { readFile, readdir, writeFile, mkdir } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { fetchProject } from "../harness/fetch-project.ts";
import { inPieces, stallAfter, startReleaseServer, whole } from "../harness/release-server.ts";

const listen = ["listen", "--port", "0", "--yes"];
const address = /^https:\/\/[a-z\d-]+\.trycloudflare\.com\/h\/[\w-]{22}$/m;
const megabyte = 1024 * 1024;

/** The processes that download into this folder. */
async function downloading(folder: string): Promise<string[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map(async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")] as const),
  );
  return lines.filter(([, line]) => line.includes("fetch-cloudflared") && line.includes(folder)).map(([pid]) => pid);
}

const noMore = (folder: string) => eventually(async () => (await downloading(folder)).length === 0 || undefined);
const cacheOf = (program: string) => program.replace(/\/[^/]*$/, "");

test("a Ctrl-C in the middle ends it with 0, and nothing of it is left", async () => {
  const project = await fetchProject();
  const { proxy } = await startReleaseServer({ answer: stallAfter(megabyte, project.content) });
  const { kill, ended, stderr } = project.start(listen, { env: { HTTPS_PROXY: proxy } });
  await eventually(async () => (await project.cached()).some((name) => name.endsWith("/cloudflared")) || undefined);
  kill("SIGINT");
  const { status, stdout } = await ended;
  expect([status, stdout, stderr().split("\n").slice(1)]).toEqual([0, "", [""]]);
  await noMore(cacheOf(project.program));
  expect(await project.cached()).toEqual([]);
});

test("a kill -9 in the middle ends the download; the next one removes what is left, and goes well", async () => {
  const project = await fetchProject();
  const first = await startReleaseServer({ answer: stallAfter(megabyte, project.content) });
  const killed = project.start(listen, { env: { HTTPS_PROXY: first.proxy } });
  await eventually(async () => (await project.cached()).some((name) => name.endsWith("/cloudflared")) || undefined);
  killed.kill("SIGKILL");
  await killed.ended;
  await noMore(cacheOf(project.program));
  expect(await project.cached()).toEqual([
    expect.stringMatching(/^fetch-\d+-\w+$/),
    expect.stringMatching(/^fetch-\d+-\w+\/cloudflared$/),
  ]);
  const without = await project.run(["listen", "--port", "0"]);
  expect(without.status).toBe(3);
  const second = await startReleaseServer({ answer: whole(project.content) });
  await project.start(listen, { env: { HTTPS_PROXY: second.proxy } }).untilErr(address);
  expect(await project.cached()).toEqual(["cloudflared"]);
});

test("two at once do not meet: each fetches, and one program stays", async () => {
  const project = await fetchProject();
  const waiting: ServerResponse[] = [];
  const answer = (response: ServerResponse) => {
    waiting.push(response);
    if (waiting.length === 2) waiting.forEach(whole(project.content));
  };
  const { proxy } = await startReleaseServer({ answer });
  const both = [0, 1].map(() => project.start(listen, { env: { HTTPS_PROXY: proxy } }));
  await Promise.all(both.map(({ untilErr }) => untilErr(/is installed/)));
  expect(await project.cached()).toEqual(["cloudflared"]);
});

test("a slow download goes on for longer than nothing may come, and programs are told its beginning and its end", async () => {
  const project = await fetchProject({ settings: { stallMs: 3_000 } });
  const slow = inPieces(project.content, 5);
  const { proxy, untilAsked } = await startReleaseServer({ answer: slow.answer });
  const { stderr, untilOut } = project.start([...listen, "--json"], { env: { HTTPS_PROXY: proxy } });
  await untilAsked();
  const turn = setInterval(slow.next, 800);
  const ready = await untilOut(/"type":"ready"/).finally(() => clearInterval(turn));
  expect(ready).toBe('"type":"ready"');
  const states = stderr()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(states.slice(0, 2)).toEqual([
    {
      type: "tunnel",
      state: "fetching",
      version: "2026.8.2",
      bytes: 3 * megabyte,
      into: cacheOf(project.program),
    },
    { type: "tunnel", state: "fetched", version: "2026.8.2", bytes: 3 * megabyte, ms: expect.any(Number) },
  ]);
});

test("without a terminal and without --yes nothing is asked for, and the way to it is told", async () => {
  const project = await fetchProject();
  const { proxy, connects } = await startReleaseServer({ answer: whole(project.content) });
  const { status, stdout, stderr } = await project.run(["listen", "--port", "0"], { env: { HTTPS_PROXY: proxy } });
  expect([status, stdout, stderr.split("\n").slice(0, 2)]).toEqual([
    3,
    "",
    [
      "✖ cloudflared is not installed. It gives this machine a public address.",
      expect.stringMatching(/^ {2}To download and verify it: \S.* listen --yes$/),
    ],
  ]);
  expect([connects, await project.cached()]).toEqual([[], []]);
});

test("with --json a failure is one line with its code", async () => {
  const project = await fetchProject();
  const { proxy } = await startReleaseServer({ answer: whole(Buffer.from("x")) });
  const { stderr } = await project.run([...listen, "--json"], { env: { HTTPS_PROXY: proxy } });
  expect(stderr).toMatch(/"code":"DOWNLOAD_FAILED"/);
});

test("one that is there and may not be run is not replaced by a download", async () => {
  const project = await fetchProject();
  const { proxy, connects } = await startReleaseServer({ answer: whole(project.content) });
  await mkdir(cacheOf(project.program), { recursive: true });
  await writeFile(join(cacheOf(project.program), "cloudflared"), "text", { mode: 0o644 });
  const { status, stderr } = await project.run(listen, { env: { HTTPS_PROXY: proxy } });
  expect([status, stderr.split("\n")[0], connects]).toEqual([
    3,
    `✖ cloudflared is at ${project.program}, but this user may not run it.`,
    [],
  ]);
});
