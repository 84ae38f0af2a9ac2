import { readFile, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { fetchProject } from "../harness/fetch-project.ts";
import { startReleaseServer, whole } from "../harness/release-server.ts";

const address = /^https:\/\/[a-z\d-]+\.trycloudflare\.com\/h\/[\w-]{22}$/m;

test("with --yes cloudflared is fetched through the proxy, checked, kept and started; a second listen finds it", async () => {
  const project = await fetchProject();
  const { proxy, requests, connects } = await startReleaseServer({ answer: whole(project.content) });
  const first = project.start(["listen", "--port", "0", "--yes"], { env: { HTTPS_PROXY: proxy } });
  await first.untilErr(address);
  first.kill("SIGINT");
  const { status, stderr } = await first.ended;
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Downloading cloudflared 2026\.8\.2 \(3\.0 MB\) from github\.com into \S*$/m);
  expect(requests).toEqual([
    expect.stringMatching(/^github\.com\/cloudflare\/cloudflared\/releases\/download\/2026\.8\.2\/cloudflared-/),
    expect.stringMatching(/^release-assets\.githubusercontent\.com\/.*\?signed=1$/),
  ]);
  expect(connects).toEqual(["github.com:443", "release-assets.githubusercontent.com:443"]);
  expect(await project.cached()).toEqual(["cloudflared"]);
  expect((await stat(project.program)).mode & 0o777).toBe(0o755);
  expect((await readFile(project.program)).equals(project.content)).toBe(true);
  const second = project.start(["listen", "--port", "0"]);
  await second.untilErr(address);
  expect([second.stderr().includes("Downloading"), requests.length]).toEqual([false, 2]);
});
