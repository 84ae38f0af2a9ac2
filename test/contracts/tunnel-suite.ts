import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { CreateTunnelProvider, TunnelName } from "../../src/tunnel/index.ts";
import { installStandIn, type StandIn, type StandInSettings } from "../harness/cloudflared.ts";
import { eventually } from "../harness/eventually.ts";
import { openTunnel, type OpenTunnel, type OpenTunnelOptions } from "../harness/open-tunnel.ts";
import { post } from "../harness/post.ts";
import { gone } from "../harness/running-processes.ts";

/** Base64 of an object with these three, as Cloudflare's are. */
export const tokenOfTest = Buffer.from('{"a":"account","t":"tunnel","s":"c2VzYW1l"}').toString("base64");

/** What a kind of tunnel is opened with, and what it makes of that. */
export interface TunnelStage {
  options(standIn: StandIn): OpenTunnelOptions["options"];
  url: RegExp;
  /** Whether a program of its own runs for it, which can end. */
  hasProgram: boolean;
  /** The codes of what it warns of in any case. */
  warnings: string[];
  /** Whether that keeps its address when it has to be started again. */
  keepsAddress: boolean;
}

type Open = (settings?: StandInSettings, different?: OpenTunnelOptions) => Promise<{ standIn: StandIn } & OpenTunnel>;

/** What holds for every kind of tunnel: one of ours, or one that is made by `made`. */
export function testTunnel(name: string, made: TunnelName | CreateTunnelProvider, stage: TunnelStage): void {
  const opened: Open = async (settings = {}, different = {}) => {
    const standIn = await installStandIn(settings);
    const options = { ...stage.options(standIn), ...different.options };
    const around = { ...different, options, settings: { resolver: standIn.resolver, ...different.settings } };
    return { standIn, ...(await openTunnel(made, around)) };
  };

  test(`${name}: is up under its address, and has nothing to complain of`, async () => {
    const { tunnel, events, until } = await opened();
    const { url } = await until("up");
    expect(url).toMatch(stage.url);
    expect([tunnel.url, tunnel.state, tunnel.trouble]).toEqual([url, "up", undefined]);
    const warnings = events.flatMap((event) => (event.kind === "warning" ? [event.trouble.code] : []));
    expect([warnings, withoutWarnings(events)]).toEqual([stage.warnings, ["up"]]);
  });

  test(`${name}: closed once or twice, it tells nothing more and leaves nothing behind`, async () => {
    const open = await opened();
    await open.until("up");
    await Promise.all([open.tunnel.close(), open.tunnel.close()]);
    await eventually(() => open.isOver() || undefined);
    expect([open.tunnel.state, open.remembered(), open.exits()]).toEqual(["closed", [], []]);
    expect(withoutWarnings(open.events)).toEqual(["up"]);
    expect((await gone(open.standIn)).length).toBe(stage.hasProgram ? 1 : 0);
  });

  test(`${name}: its signal closes it too`, async () => {
    const open = await opened();
    await open.until("up");
    open.abort();
    await eventually(() => open.isOver() || undefined);
    expect(open.tunnel.state).toBe("closed");
    await gone(open.standIn);
  });

  test(`${name}: closed before it stands, it never does`, async () => {
    const { tunnel, standIn } = await opened({ connectAfterMs: 60_000 });
    await tunnel.close();
    expect(tunnel.state).toBe("closed");
    await gone(standIn);
  });

  if (stage.hasProgram) testProgram(name, opened, stage);
}

/** What holds for those that a program of its own keeps. */
function testProgram(name: string, opened: Open, stage: TunnelStage): void {
  test(`${name}: carries calls to the listener, and says which headers it set on them`, async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.writeHead(201).end(request.url);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const localUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { standIn, until, provider } = await opened({}, { localUrl });
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

  test(`${name}: what runs is remembered while it runs, and ended if this process ends`, async () => {
    const open = await opened();
    await open.until("up");
    const [started] = await open.standIn.reports("started");
    expect(open.remembered()).toMatchObject([
      { owner: { processId: process.pid }, started: { processId: started?.pid } },
    ]);
    expect(started?.["argv"]).toEqual(open.remembered()[0]?.arguments);
    expect(Object.keys(open.remembered()[0]?.owner ?? {})).toEqual(["processId", "startedAt"]); // no command line of ours
    open.exits().forEach((act) => act());
    await gone(open.standIn);
  });

  test(`${name}: lost and regained are told once each, with the same address`, async () => {
    const { standIn, tunnel, events, until } = await opened({}, { settings: { restartAfterMs: 60_000 } });
    const { url } = await until("up");
    await standIn.tell("/lose");
    await until("lost");
    expect(tunnel.state).toBe("lost");
    await standIn.tell("/regain");
    await until("regained");
    expect([tunnel.state, tunnel.url, withoutWarnings(events)]).toEqual(["up", url, ["up", "lost", "regained"]]);
  });

  test(`${name}: where its program ends it is started again`, async () => {
    const { standIn, tunnel, until } = await opened();
    const { url } = await until("up");
    await standIn.tell("/crash");
    const { trouble } = await until("retrying");
    expect(trouble).toMatchObject({ code: "ENDED", message: expect.stringContaining("(exit 1)") });
    await eventually(() => tunnel.state === "up" || undefined);
    expect(tunnel.url === url).toBe(stage.keepsAddress);
  });

  test(`${name}: its program is told neither our secrets nor cloudflared's own variables`, async () => {
    const env = {
      ...process.env,
      APPDIRECT_HOOKS_TOKEN: "sesame",
      TUNNEL_URL: "http://elsewhere",
      HTTP_PROXY: "http://p",
    };
    const { standIn, until } = await opened({}, { env });
    await until("up");
    const [started] = await standIn.reports("started");
    expect(started?.["env"]).toMatchObject({
      HTTP_PROXY: "http://p",
      NO_PROXY: expect.stringContaining("127.0.0.1"),
    });
    expect(JSON.stringify(started)).not.toMatch(/sesame|elsewhere/);
    expect(JSON.stringify(started?.["argv"])).not.toContain(tokenOfTest);
  });
}

function withoutWarnings(events: OpenTunnel["events"]): string[] {
  return events.map(({ kind }) => kind).filter((kind) => kind !== "warning");
}
