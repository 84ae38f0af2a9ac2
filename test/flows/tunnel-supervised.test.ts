import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noTunnelFor } from "../../src/sessions/sentences.ts";
import { installStandIn } from "../harness/cloudflared.ts";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";
import { gone, isRunning } from "../harness/running-processes.ts";
import { tunnelProject } from "../harness/tunnel-project.ts";
import { webhook } from "../harness/webhook.ts";

const address = /^https:\/\/[a-z\d-]+\.trycloudflare\.com\/h\/[\w-]{22}$/m;
const listen = ["listen", "--port", "0"];

const pathOf = (url: string) => new URL(url).pathname;

test("a tunnel that ends comes back under a new address, which is announced and handed on", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const { untilOut, stdout } = project.start([...listen, "--json", "--ready-file", "ready.json"]);
  await untilOut(/"type":"ready".*\n/);
  const first = String(jsonLines(stdout())[0]?.["url"]);
  await standIn.tell("/crash");
  await untilOut(/"state":"changed".*\n/);
  const lines = jsonLines(stdout()).filter(({ type }) => type === "tunnel");
  expect(lines.map(({ state }) => state)).toEqual(["lost", "retrying", "changed"]);
  expect(lines[1]).toMatchObject({
    code: "ENDED",
    message: expect.stringContaining("cloudflared ended unexpectedly (exit 1)"),
  });
  const { url, before } = lines[2] ?? {};
  expect([before, url === first]).toEqual([first, false]);
  await eventually(async () => (await readyUrl(project)) === url || undefined);
  expect((await post((await standIn.address()) + pathOf(first), webhook())).status).toBe(200);
  await untilOut(/"type":"event"/);
});

async function readyUrl({ folder }: Project): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, "ready.json"), "utf8")).url;
}

test("in a terminal's words the new address stands alone on its line", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const { untilErr, stderr } = project.start(listen);
  await untilErr(address);
  await standIn.tell("/crash");
  await untilErr(/The address has changed\.[^]*\nhttps:\S+\n\n/);
  expect(stderr()).toMatch(/^! tunnel lost/m);
});

test("a connection that is lost and comes back is a line each, and nothing else changes", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn, { restartAfterMs: 60_000 });
  const { untilOut, stdout } = project.start([...listen, "--json"]);
  await untilOut(/"type":"ready"/);
  await standIn.tell("/lose");
  await untilOut(/"state":"lost"/);
  await standIn.tell("/regain");
  await untilOut(/"state":"regained","ms":\d+/);
  expect(jsonLines(stdout()).map(({ type, state }) => state ?? type)).toEqual(["ready", "lost", "regained"]);
  expect(await standIn.reports("started")).toHaveLength(1);
});

test("one that stays lost is started again", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const { untilOut } = project.start([...listen, "--json"]);
  await untilOut(/"type":"ready"/);
  await standIn.tell("/lose");
  await untilOut(/"state":"changed"/);
  const [first] = await standIn.until("started", 2);
  expect((await standIn.reports("signal")).map(({ pid, signal }) => [pid, signal])).toEqual([[first?.pid, "SIGINT"]]);
});

test("what kill -9 left behind is ended at the next start, and nothing else is", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const killed = project.start(listen);
  await killed.untilErr(address);
  const standInBeside = await installStandIn();
  const beside = await tunnelProject(standInBeside);
  const other = beside.start(listen, { env: { XDG_STATE_HOME: project.stateFolder } });
  await other.untilErr(address);
  const [[stray], [living]] = await Promise.all([standIn.until("started"), standInBeside.until("started")]);
  killed.kill("SIGKILL");
  await killed.ended;
  expect([await isRunning(stray?.pid ?? 0), await isRunning(living?.pid ?? 0)]).toEqual([true, true]);
  const { stderr } = await project.run([...listen, "--no-tunnel", "--for", "1ms"]);
  expect(stderr).toContain(`Ended a tunnel that an earlier session left behind (process ${stray?.pid}).\n`);
  expect([await isRunning(stray?.pid ?? 0), await isRunning(living?.pid ?? 0)]).toEqual([false, true]);
  other.kill("SIGINT");
  await other.ended;
  expect((await project.run([...listen, "--no-tunnel", "--for", "1ms"])).stderr).not.toContain("Ended a tunnel");
});

test("a second Ctrl-C leaves nothing behind, even of one that does not listen", async () => {
  const standIn = await installStandIn({ ignoresSignals: ["SIGINT", "SIGTERM"] });
  const project = await tunnelProject(standIn);
  const { untilErr, kill, ended } = project.start(listen);
  await untilErr(address);
  kill("SIGINT");
  await standIn.until("signal");
  kill("SIGINT");
  expect((await ended).status).toBe(130);
  expect(await gone(standIn)).toEqual([true]);
});

test("Ctrl-C while the tunnel opens ends at once, with nothing left", async () => {
  const standIn = await installStandIn({ addressAfterMs: 600_000 });
  const project = await tunnelProject(standIn);
  const { kill, ended } = project.start([...listen, "--json"]);
  await standIn.until("requested");
  kill("SIGINT");
  const { status, stdout } = await ended;
  expect([status, jsonLines(stdout).map(({ type }) => type)]).toEqual([0, ["end"]]);
  expect(await gone(standIn)).toEqual([true]);
});

test("--exit-on-disconnect ends with 3 when the tunnel stays away, and says why", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn, { restartAfterMs: 60_000 });
  const { untilErr, ended } = project.start([...listen, "--exit-on-disconnect", "2s"]);
  await untilErr(address);
  await standIn.tell("/lose");
  const { status, stderr } = await ended;
  expect(status).toBe(3);
  expect(stderr).toContain("received  0 events");
  const { message } = noTunnelFor(2_000, undefined);
  expect(stderr).toContain(`✖ ${message} cloudflared has no connection over http2 after 2 s.\n`);
  expect(stderr).toContain("Lost connection with the edge");
  expect(await gone(standIn)).toEqual([true]);
});
