import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { needsOfTunnel, tunnelNames, tunnels, type TunnelName } from "../../src/tunnel/index.ts";
import { installStandIn, type StandIn, type StandInSettings } from "../harness/cloudflared.ts";
import { eventually } from "../harness/eventually.ts";
import { openTunnel, type OpenTunnelOptions } from "../harness/open-tunnel.ts";
import { post } from "../harness/post.ts";
import { gone } from "../harness/running-processes.ts";

/** What a kind of tunnel is opened with, and what it makes of that. */
interface Stage {
  options(standIn: StandIn): OpenTunnelOptions["options"];
  url: RegExp;
  /** Whether a program of its own runs for it, which can end. */
  hasProgram: boolean;
  /** Whether that keeps its address when it has to be started again. */
  keepsAddress: boolean;
}

const token = Buffer.from('{"a":"account","t":"tunnel","s":"c2VzYW1l"}').toString("base64");
const publicUrl = "https://hooks.example.com";

const stages: Record<TunnelName, Stage> = {
  quick: {
    options: ({ file }) => ({ cloudflared: file }),
    url: /^https:\/\/[a-z\d-]+\.trycloudflare\.com$/,
    hasProgram: true,
    keepsAddress: false,
  },
  given: {
    options: () => ({ publicUrl }),
    url: /^https:\/\/hooks\.example\.com$/,
    hasProgram: false,
    keepsAddress: true,
  },
  named: {
    options: ({ file }) => ({ publicUrl, tunnelToken: token, cloudflared: file }),
    url: /^https:\/\/hooks\.example\.com$/,
    hasProgram: true,
    keepsAddress: true,
  },
};

const names = tunnelNames().filter((name) => name in stages);
const programs = names.filter((name) => stages[name].hasProgram);

async function opened(name: TunnelName, settings: StandInSettings = {}, different: OpenTunnelOptions = {}) {
  const standIn = await installStandIn(settings);
  const options = { ...stages[name].options(standIn), ...different.options };
  const around = { ...different, options, settings: { resolver: standIn.resolver, ...different.settings } };
  return { standIn, ...(await openTunnel(name, around)) };
}

test("every kind of tunnel says what it is and what it needs, and is tested here", () => {
  expect(names).toEqual(Object.keys(stages));
  expect(Object.values(tunnels).map(({ summary }) => /^[a-z].+[^.]$/.test(summary))).toEqual(names.map(() => true));
  expect(names.map((name) => needsOfTunnel(name).length)).toEqual([0, 1, 2]);
});

test.each(names)("%s: is up under its address, and has nothing to complain of", async (name) => {
  const { tunnel, events, until } = await opened(name);
  const { url } = await until("up");
  expect(url).toMatch(stages[name].url);
  expect([tunnel.url, tunnel.state, tunnel.trouble, events]).toEqual([url, "up", undefined, [{ kind: "up", url }]]);
});

test.each(names)("%s: closed once or twice, it tells nothing more and leaves nothing behind", async (name) => {
  const open = await opened(name);
  await open.until("up");
  await Promise.all([open.tunnel.close(), open.tunnel.close()]);
  await eventually(() => open.isOver() || undefined);
  expect([open.tunnel.state, open.events.length, open.remembered(), open.exits()]).toEqual(["closed", 1, [], []]);
  expect((await gone(open.standIn)).length).toBe(stages[name].hasProgram ? 1 : 0);
});

test.each(names)("%s: its signal closes it too", async (name) => {
  const open = await opened(name);
  await open.until("up");
  open.abort();
  await eventually(() => open.isOver() || undefined);
  expect(open.tunnel.state).toBe("closed");
  await gone(open.standIn);
});

test.each(names)("%s: closed before it stands, it never does", async (name) => {
  const { tunnel, standIn } = await opened(name, { connectAfterMs: 60_000 });
  await tunnel.close();
  expect(tunnel.state).toBe("closed");
  await gone(standIn);
});

test.each(programs)("%s: carries calls to the listener, and says which headers it set on them", async (name) => {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(201).end(request.url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const localUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { standIn, until, provider } = await opened(name, {}, { localUrl });
  await until("up");
  const answer = await post(`${await standIn.address()}/h/x?a=1`, "{}", { "content-type": "application/json" });
  expect([answer.status, answer.body]).toEqual([201, "/h/x?a=1"]);
  const set = Object.keys(seen[0] ?? {}).filter((header) => provider.setsHeader(header));
  expect(set.toSorted()).toEqual(
    // prettier-ignore
    ["cdn-loop", "cf-connecting-ip", "cf-ipcountry", "cf-ray", "cf-visitor", "host", "x-forwarded-for", "x-forwarded-proto"],
  );
  expect(["content-type", "authorization", "x-appdirect-webhook-token"].filter(provider.setsHeader)).toEqual([]);
});

test.each(programs)("%s: what runs is remembered while it runs, and ended if this process ends", async (name) => {
  const open = await opened(name);
  await open.until("up");
  const [started] = await open.standIn.reports("started");
  expect(open.remembered()).toMatchObject([{ owner: { processId: process.pid }, started: { processId: started?.pid } }]);
  expect(started?.["argv"]).toEqual(open.remembered()[0]?.arguments);
  open.exits().forEach((act) => act());
  await gone(open.standIn);
});

test.each(programs)("%s: lost and regained are told once each, under the same address", async (name) => {
  const { standIn, tunnel, events, until } = await opened(name, {}, { settings: { restartAfterMs: 60_000 } });
  const { url } = await until("up");
  await standIn.tell("/lose");
  await until("lost");
  expect(tunnel.state).toBe("lost");
  await standIn.tell("/regain");
  await until("regained");
  expect([tunnel.state, tunnel.url, events.map(({ kind }) => kind)]).toEqual(["up", url, ["up", "lost", "regained"]]);
});

test.each(programs)("%s: where its program ends it is started again", async (name) => {
  const { standIn, tunnel, until } = await opened(name);
  const { url } = await until("up");
  await standIn.tell("/crash");
  const { trouble } = await until("retrying");
  expect(trouble).toMatchObject({ code: "ENDED", message: expect.stringContaining("(exit 1)") });
  await eventually(() => tunnel.state === "up" || undefined);
  expect(tunnel.url === url).toBe(stages[name].keepsAddress);
});

test.each(programs)("%s: its program is told neither our secrets nor cloudflared's own variables", async (name) => {
  const env = {
    ...process.env,
    APPDIRECT_HOOKS_TOKEN: "sesame",
    TUNNEL_URL: "http://elsewhere",
    HTTP_PROXY: "http://p",
  };
  const { standIn, until } = await opened(name, {}, { env });
  await until("up");
  const [started] = await standIn.reports("started");
  expect(started?.["env"]).toMatchObject({ HTTP_PROXY: "http://p", NO_PROXY: expect.stringContaining("127.0.0.1") });
  expect(JSON.stringify(started)).not.toMatch(/sesame|elsewhere/);
  expect(JSON.stringify(started?.["argv"])).not.toContain(token);
});
