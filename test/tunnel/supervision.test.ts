import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { installStandIn, type StandInSettings } from "../harness/cloudflared.ts";
import { eventually } from "../harness/eventually.ts";
import { fastClock } from "../harness/fast-clock.ts";
import { openTunnel, type OpenTunnelOptions } from "../harness/open-tunnel.ts";
import { gone } from "../harness/running-processes.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** A fast clock leaves a slow machine little time. */
const patient = { addressMs: 600_000, connectMs: 600_000, restartAfterMs: 600_000 };

async function quick(settings: StandInSettings = {}, different: OpenTunnelOptions = {}) {
  const standIn = await installStandIn(settings);
  const options = { cloudflared: standIn.file, ...different.options };
  const settled = different.clock === undefined ? {} : patient;
  const around = { ...different, options, settings: { resolver: standIn.resolver, ...settled, ...different.settings } };
  return { standIn, ...(await openTunnel("quick", around)) };
}

test("the name is looked up only once it had its time, and at the one server that was named", async () => {
  const { standIn, until } = await quick({ connectAfterMs: 100 }, { settings: { publicationMs: 300 } });
  const { url } = await until("up");
  const [[connected], asked] = [await standIn.reports("connected"), await standIn.reports("asked")];
  expect(asked.map(({ name, answered }) => [name, answered])).toEqual([[new URL(url).hostname, true]]);
  expect(asked.map(({ at }) => at - (connected?.at ?? at) >= 300)).toEqual([true]);
});

test("a name that is published late is asked for again, until it is known", async () => {
  const { standIn, events, until } = await quick({ publishAfterMs: 600_000 });
  await standIn.until("asked", 1);
  await standIn.tell("/publish");
  await until("up");
  expect([events.map(({ kind }) => kind), (await standIn.reports("asked")).at(-1)?.["answered"]]).toEqual([
    ["up"],
    true,
  ]);
});

test("a name that nobody knows after 3 s is a warning, and the tunnel stays", async () => {
  const { tunnel, events, until, standIn } = await quick({ publishAfterMs: 600_000 }, { clock: fastClock(10) });
  await until("up");
  const name = new URL(tunnel.url ?? "").hostname;
  expect(events[0]).toEqual({
    kind: "warning",
    trouble: {
      code: "NAME_NOT_SEEN",
      message: `The DNS server ${standIn.resolver} does not resolve ${name}: no such name.`,
      hint: "The tunnel is up and may still be reachable. Wait a minute before you use the address.",
    },
  });
});

test("a DNS server that does not answer is a warning too", async () => {
  const { events, until } = await quick({}, { clock: fastClock(10), settings: { resolver: "127.0.0.1:9" } });
  await until("up");
  expect(events[0]).toMatchObject({ trouble: { message: expect.stringMatching(/: no answer\.$/) } });
});

test.each([
  ["an address over two chunks", { splitAddress: true, metrics: false }],
  ["the log of old versions", { logForm: "old", metrics: false }],
  ["the log as objects", { logForm: "json", metrics: false }],
  ["a metrics server and an old log", { logForm: "old" }],
  ["edges with IPv6 addresses", { edgeAddress: "2606:4700:a0::1", metrics: false }],
  ["a line of 10 MB", { longLineBytes: 10_000_000 }],
  ["100,000 lines a second", { linesPerSecond: 100_000 }],
  ["an address that comes late", { addressAfterMs: 700 }],
] as const)("it finds the address with %s", async (_, settings) => {
  const { standIn, until } = await quick(settings);
  const { url } = await until("up");
  expect(url).toBe(`https://${String((await standIn.reports("public"))[0]?.["hostname"])}`);
});

test("what ends while its name is being published is told as ended", async () => {
  const { tunnel, until, standIn } = await quick({}, { settings: { publicationMs: 600_000 } });
  await eventually(() => tunnel.trouble?.code === "NOT_PUBLISHED" || undefined);
  await standIn.tell("/crash");
  expect((await until("retrying")).trouble).toMatchObject({
    code: "ENDED",
    message: expect.stringContaining("(exit 1)"),
  });
});

test("a network that blocks the protocol is tried with the other one, and that is said", async () => {
  const { standIn, events, until } = await quick({ blockedProtocols: ["http2"] }, { settings: { connectMs: 300 } });
  await until("up");
  expect(events[0]).toMatchObject({ kind: "retrying", inMs: 0 });
  expect(events[0]).toHaveProperty(
    "trouble.message",
    expect.stringMatching(/^No connection over http2.*: TCP port 7844 does not get through\. Trying quic\.$/),
  );
  const protocols = (await standIn.reports("started")).map(({ argv }) => /--protocol,(\w+)/.exec(String(argv))?.[1]);
  expect(protocols).toEqual(["http2", "quic"]);
});

test("a network that blocks both is asked with growing waits", async () => {
  const { standIn, events, until } = await quick(
    { blockedProtocols: ["http2", "quic"] },
    { settings: { connectMs: 100, waitsMs: [50, 600_000] } },
  );
  await until("retrying", 2);
  expect(events).toMatchObject([{ inMs: 0 }, { trouble: { code: "BLOCKED" } }]);
  expect(events.map((event) => "inMs" in event && event.inMs >= 480_000)).toEqual([false, true]);
  expect(await standIn.reports("started")).toHaveLength(2);
});

test("one that is chosen is tried first, and auto is left to cloudflared", async () => {
  const chosen = { options: { protocol: "quic" as const }, settings: { connectMs: 300 } };
  const { events, until } = await quick({ blockedProtocols: ["quic"] }, chosen);
  await until("up");
  expect(events[0]).toHaveProperty(
    "trouble.message",
    expect.stringMatching(/UDP port 7844 does not get through\. Trying http2\.$/),
  );
  const auto = await quick({ blockedProtocols: ["quic"] }, { options: { protocol: "auto" } });
  await auto.until("up");
  expect(auto.events.map(({ kind }) => kind)).toEqual(["up"]);
});

test.each([
  ["hiccup", "BAD_ANSWER"],
  ["no DNS", "NO_DNS"],
  ["refused", "UNREACHABLE"],
  ["timed out", "UNREACHABLE"],
  ["metrics port taken", "PORT_TAKEN"],
  ["unheard", "ENDED"],
])("after a failure that passes (%s) it is tried again soon, and told once", async (failure, code) => {
  const { standIn, events, until } = await quick({ failure, failTimes: 3 });
  await until("up");
  expect(events.map((event) => ("trouble" in event ? event.trouble.code : event.kind))).toEqual([code, "up"]);
  expect(await standIn.reports("started")).toHaveLength(4);
});

test.each(["rate limited", "rate limited, old"])("told to ask less (%s), it waits minutes", async (failure) => {
  const { standIn, until } = await quick({ failure });
  const { trouble, inMs } = await until("retrying");
  expect([trouble.code, inMs >= 96_000, inMs <= 144_000]).toEqual(["RATE_LIMITED", true, true]);
  expect(await standIn.reports("started")).toHaveLength(1);
});

test.each([
  ["intercepted", "INTERCEPTED"],
  ["unknown flag", "UNKNOWN_FLAG"],
  ["ends at once", "ENDED"],
  ["bad token", "BAD_TOKEN"],
])("what waiting does not mend (%s) is not tried again", async (failure, code) => {
  const { standIn, tunnel, isOver, until } = await quick({ failure });
  expect((await until("failed")).trouble.code).toBe(code);
  await eventually(() => isOver() || undefined);
  expect([tunnel.state, (await standIn.reports("started")).length]).toEqual(["failed", 1]);
});

test("a tunnel that Cloudflare no longer knows is asked for anew", async () => {
  const { standIn, until } = await quick({ unauthorized: true }, { settings: { connectMs: 200 } });
  expect((await until("retrying")).trouble).toMatchObject({ code: "TUNNEL_GONE" });
  await standIn.until("started", 2);
});

test("where a named one is not known, its token is to be mended", async () => {
  const standIn = await installStandIn({ unauthorized: true });
  const tunnelToken = Buffer.from('{"a":"a","t":"t","s":"s"}').toString("base64");
  const options = { cloudflared: standIn.file, publicUrl: "https://hooks.example.com", tunnelToken };
  // Longer than the program takes to start, or it is ended before it could tell.
  const { until } = await openTunnel("named", { options, settings: { connectMs: 3_000 } });
  expect((await until("failed")).trouble).toMatchObject({
    code: "TUNNEL_GONE",
    hint: expect.stringContaining("token"),
  });
});

test("a named tunnel that leads elsewhere is told of, and one that leads here is not", async () => {
  const tunnelToken = Buffer.from('{"a":"a","t":"t","s":"s"}').toString("base64");
  const open = async (settings: StandInSettings) => {
    const { file } = await installStandIn(settings);
    const options = { cloudflared: file, publicUrl: "https://hooks.example.com", tunnelToken };
    return openTunnel("named", { options, localUrl: "http://127.0.0.1:4747" });
  };
  const [elsewhere, here] = [await open({ namedService: "http://localhost:5244" }), await open({})];
  expect((await elsewhere.until("warning", 2)).trouble).toEqual({
    code: "OTHER_ROUTE",
    message:
      "The tunnel sends requests for hooks.example.com to http://localhost:5244, but this listener is at http://127.0.0.1:4747.",
    hint: "Set it in Cloudflare's dashboard: public hostname hooks.example.com, service http://127.0.0.1:4747. Or listen on that port with --port.",
  });
  await here.until("up");
  expect(here.events.map(({ kind }) => kind)).toEqual(["warning", "up"]);
});

test("one that does not end when it is asked to is made to, after 5 s", async () => {
  const { standIn, tunnel, until } = await quick({ ignoresSignals: ["SIGINT", "SIGTERM"] }, { clock: fastClock(10) });
  await until("up");
  await tunnel.close();
  expect((await standIn.reports("signal")).map(({ signal }) => signal)).toEqual(["SIGINT"]);
  await gone(standIn);
});

test("a machine that slept is noticed, and the tunnel gets its time anew", async () => {
  let sleptMs = 0;
  const clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + sleptMs) };
  const { until } = await quick({}, { clock });
  await until("up");
  sleptMs = 8 * 3_600_000;
  const { forMs } = await until("slept");
  expect(Math.round(forMs / 60_000)).toBe(480);
});

test("a file that is no program at all is said to be none", async () => {
  const file = join(await temporaryFolder(), "cloudflared");
  await writeFile(file, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0])); // the first bytes of a download
  await chmod(file, 0o755);
  const { until } = await openTunnel("quick", { options: { cloudflared: file } });
  const { trouble } = await until("failed");
  expect(trouble).toMatchObject({ code: "NOT_STARTED", message: expect.stringContaining(file) });
});
