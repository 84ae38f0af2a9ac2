import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programMissing } from "../../src/tunnel/sentences.ts";
import { bundledProgram } from "../harness/bundled-program.ts";
import { installStandIn } from "../harness/cloudflared.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { call, post } from "../harness/post.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { gone } from "../harness/running-processes.ts";
import { shownError } from "../harness/shown-error.ts";
import { tunnelEnvironment, tunnelProject } from "../harness/tunnel-project.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const address = /^https:\/\/[a-z\d-]+\.trycloudflare\.com\/h\/[\w-]{22}$/m;
const listen = ["listen", "--port", "0"];

const pathOf = (url: string) => new URL(url).pathname;
const fixturesOf = ({ folder }: Project) => recordedFixtures(join(folder, "fixtures"));

test("an event posted to the public address is printed, recorded and forwarded", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const handler = await startHandler();
  const { untilErr, untilOut, kill, ended } = project.start([...listen, handler.url]);
  const url = await untilErr(address);
  expect((await post((await standIn.address()) + pathOf(url), webhook())).status).toBe(200);
  await untilOut(/→ .* 200 /);
  expect(handler.bodies()).toEqual([webhook()]);
  expect(handler.headers()[0]?.filter((line) => /^(cf-|x-forwarded-|cdn-loop)/.test(line))).toEqual([]);
  kill("SIGINT");
  expect((await ended).status).toBe(0);
  expect((await standIn.reports("signal")).map(({ signal }) => signal)).toEqual(["SIGINT"]);
  expect(await gone(standIn)).toEqual([true]);
});

test("what the tunnel sets stands apart, and neither its name nor the path is recorded or kept in the journal", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const { untilErr, untilOut, kill, ended } = project.start([...listen, "--format", "line"]);
  const url = await untilErr(address);
  const [host, path] = [new URL(url).hostname, pathOf(url)];
  const to = await standIn.address();
  const told = { "content-type": "application/json", "x-original-uri": `${path}?a=1`, "x-seen-at": `https://${host}/` };
  await post(`${to}${path}?tenant=7`, webhook(), told);
  await untilOut(/user\.added/);
  expect((await post(`${to}${path}/more`, webhook())).status).toBe(404);
  await untilErr(/refused: POST to another path/);
  const [fixture] = await fixturesOf(project);
  expect(fixture?.request).toMatchObject({
    path: "/?tenant=7",
    addedByTunnel: { host: "[redacted]", "cf-ipcountry": "US" },
  });
  expect(fixture?.request.headers).toMatchObject({ "x-original-uri": "[redacted]", "x-seen-at": "[redacted]" });
  kill("SIGTERM");
  await ended;
  const written = `${JSON.stringify(await fixturesOf(project))}${await journalOf(project)}`;
  expect([written.includes(path.slice(3)), written.includes(host), written.includes("refused")]).toEqual([
    false,
    false,
    true,
  ]);
});

async function journalOf({ stateFolder }: Project): Promise<string> {
  const entries = await readdir(stateFolder, { recursive: true });
  const files = entries.filter((name) => name.endsWith(".ndjson"));
  return (await Promise.all(files.map((name) => readFile(join(stateFolder, name), "utf8")))).join("");
}

test("the path stays for the project, and every other one is 404 and tells nothing", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const first = project.start([...listen, "--print-url"]);
  const url = await first.untilOut(address);
  const to = await standIn.address();
  for (const path of ["/", "/h", "/h/", "/h/abcdefghijklmnopqrstuv"]) {
    const answers = [await call(to + path, { method: "GET" }), await post(to + path, webhook())];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [404, '{"status":404}'],
      [404, '{"status":404}'],
    ]);
  }
  first.kill("SIGINT");
  await first.ended;
  const again = await project.start([...listen, "--print-url"]).untilOut(address);
  expect([pathOf(again), again === url]).toEqual([pathOf(url), false]);
});

const token = Buffer.from(JSON.stringify({ a: "account-9", t: "tunnel-9", s: "c2VzYW1l" })).toString("base64");
const named = [...listen, "--tunnel", "named", "--public-url", "https://hooks.example.com"];

test("a named tunnel has its token by its environment alone, and the same address after it was away", async () => {
  const standIn = await installStandIn();
  const project = await tunnelProject(standIn);
  const { processId, untilOut, kill, ended } = project.start([...named, "--json", "--debug"], {
    env: { APPDIRECT_HOOKS_TUNNEL_TOKEN: token },
  });
  await untilOut(/"url":"https:\/\/hooks\.example\.com\/h\/[\w-]{22}"/);
  const [started] = await standIn.until("started");
  expect(started?.["env"]).toMatchObject({ TUNNEL_TOKEN: token });
  const lists = await Promise.all([processId, started?.pid].map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8")));
  await standIn.tell("/crash");
  await untilOut(/"state":"regained"/);
  expect((await post((await standIn.address()) + (await untilOut(/\/h\/[\w-]{22}/)), webhook())).status).toBe(200);
  await untilOut(/"type":"event"/);
  kill("SIGINT");
  const { stdout, stderr } = await ended;
  const written = [...lists, stdout, stderr, JSON.stringify(await fixturesOf(project)), await journalOf(project)];
  expect(written.filter((text) => text.includes(token) || text.includes("c2VzYW1l"))).toEqual([]);
});

test("with an address of one's own nothing is started, and a proxy's headers stay headers", async () => {
  const project = await tunnelProject({ folder: "/nowhere", resolver: "127.0.0.1:1" });
  const { untilOut, stdout } = project.start([
    ...listen,
    "--json",
    "--public-url",
    "https://hooks.example.com/appdirect",
  ]);
  await untilOut(/"type":"ready".*\n/);
  const [ready] = jsonLines(stdout());
  expect(ready).toMatchObject({ url: "https://hooks.example.com/appdirect", tunnel: "given" });
  const local = String(ready?.["local"]);
  expect(pathOf(local)).toBe("/appdirect");
  const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.7", "cf-ray": "1" };
  expect((await post(local, webhook(), headers)).status).toBe(200);
  const [fixture] = await fixturesOf(project);
  expect(fixture?.request.headers).toMatchObject({ "x-forwarded-for": "203.0.113.7", "cf-ray": "1" });
  expect(fixture?.request).not.toHaveProperty("addedByTunnel");
});

test("without cloudflared it ends before anything is made, and says what else works", async () => {
  const project = await tunnelProject({ folder: "/nowhere", resolver: "127.0.0.1:1" });
  const { status, stdout, stderr } = await project.run([...listen, "--auth", "token"], { env: { PATH: "/nowhere" } });
  expect([status, stdout]).toEqual([3, ""]);
  const [beginning = "", end = ""] = shownError(programMissing(["<how to install it>"])).split(
    "  <how to install it>\n",
  );
  expect([stderr.slice(0, beginning.length), stderr.slice(-end.length)]).toEqual([beginning, end]);
  const kept = await readdir(project.stateFolder, { recursive: true }).catch(() => []);
  expect(kept.filter((name) => name.includes("kept"))).toEqual([]);
});

test("two at once have an address each, and both work", async () => {
  const standIns = [await installStandIn(), await installStandIn()];
  const project = await temporaryProject({ program: await bundledProgram("with-tunnel-settings.ts") });
  const both = standIns.map((standIn) =>
    project.start([...listen, "--json"], { env: tunnelEnvironment(project, standIn) }),
  );
  await Promise.all(both.map(({ untilOut }) => untilOut(/"type":"ready".*\n/)));
  const urls = both.map(({ stdout }) => String(jsonLines(stdout())[0]?.["url"]));
  expect(new Set(urls).size).toBe(2);
  expect(pathOf(urls[0] ?? "")).toBe(pathOf(urls[1] ?? ""));
  const places = await Promise.all(standIns.map((standIn) => standIn.address()));
  const sent = places.map((place, number) => post(place + pathOf(urls[0] ?? ""), numberedWebhook(number)));
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200]);
});
