import { createServer } from "node:net";
import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { stopHolder } from "../../../src/sessions/kept/holder-link.ts";
import { readKeptTunnel } from "../../../src/state/index.ts";
import { eventually } from "../../harness/eventually.ts";
import { heldTunnel, path, up } from "../../harness/held-tunnel.ts";
import { call, post } from "../../harness/post.ts";
import { webhook } from "../../harness/webhook.ts";

const hour = 3_600_000;

test("the first who comes gets the address, and the calls", async () => {
  const { script, attach, status } = await heldTunnel();
  script.tell(up);
  const { until, events, listener } = await attach();
  await until("up");
  const { reachedAt } = await status();
  expect(script.localUrls).toEqual([reachedAt]);
  expect((await post(reachedAt + path, webhook())).status).toBe(200);
  expect([listener.taken.length, events]).toEqual([1, [up]]);
});

test("between two listeners calls get 503 and are counted; the next one has the same address and is told", async () => {
  const { script, attach, status } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  await first.leave();
  const { reachedAt, idleSince } = await eventually(async () => {
    const now = await status();
    return now.idleSince === undefined ? undefined : now;
  });
  const calls = [post(reachedAt + path, webhook()), post(`${reachedAt}${path}/?a=b`, webhook())];
  expect((await Promise.all(calls)).map((one) => one.status)).toEqual([503, 503]);
  const astray = [post(`${reachedAt}/other`, webhook()), call(reachedAt, { method: "GET" })];
  expect((await Promise.all(astray)).map((one) => one.status)).toEqual([404, 405]);
  expect(idleSince).toBe("2026-11-23T14:05:11.123Z");
  const second = await attach();
  await second.until("up");
  expect(second.events.map(({ kind }) => kind)).toEqual(["resumed", "up"]);
  expect(second.events).toMatchObject([{ refused: 2 }, up]);
  expect((await post(reachedAt + path, webhook())).status).toBe(200);
  await second.leave();
  const third = await attach();
  expect(await third.until("resumed")).toMatchObject({ refused: 0 });
});

test("a listener that was killed has left its calls to the 503", async () => {
  const { script, attach, status } = await heldTunnel();
  script.tell(up);
  const { listener, until } = await attach();
  await until("up");
  await listener.close(); // what kill -9 leaves: the connection to the holder may end later than the socket
  const { reachedAt } = await status();
  expect((await post(reachedAt + path, webhook())).status).toBe(503);
});

test("nobody else gets the port in between", async () => {
  const { attach, script, status } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  await first.leave();
  const { port } = await status();
  const code = await new Promise((resolve) => {
    const other = createServer().once("error", (cause) => resolve("code" in cause && cause.code));
    other.listen(port, "127.0.0.1", () => resolve("listens"));
  });
  expect(code).toBe("EADDRINUSE");
});

test("it ends after as many idle hours as it was told, and not before", async () => {
  const { attach, script, clock, ended, status, state } = await heldTunnel();
  script.tell(up);
  const { tunnel, until } = await attach({ keepMs: 12 * hour });
  await until("up");
  await clock.advance(20 * hour); // somebody listens
  await tunnel.close();
  await eventually(async () => ((await status()).usedBy === undefined ? true : undefined));
  await clock.advance(12 * hour - 60_000);
  const { state: before, url } = await status();
  await clock.advance(120_000);
  await ended;
  expect([before, url, script.closed]).toEqual(["up", up.url, 1]);
  expect(await readKeptTunnel(state)).toMatchObject({ url: up.url, ended: "listen did not run for 12 h" });
});

test("where whoever started it never comes, it ends after a minute", async () => {
  const { clock, ended, script } = await heldTunnel();
  await clock.advance(61_000);
  await ended;
  expect(script.closed).toBe(1);
});

test("one that is not to be kept on ends with the listener that used it, and leaves nothing", async () => {
  const { attach, script, ended, state, control } = await heldTunnel();
  script.tell(up);
  const { tunnel, until } = await attach({ keepMs: null });
  await until("up");
  await tunnel.close();
  await ended;
  expect([script.closed, await readKeptTunnel(state)]).toEqual([1, undefined]);
  await expect(readdir(dirname(control))).rejects.toThrow("ENOENT");
});

test("one whose tunnel never stood ends with the listener that waited for it", async () => {
  const { attach, ended, script } = await heldTunnel();
  const { tunnel } = await attach();
  await tunnel.close();
  await ended;
  expect(script.closed).toBe(1);
});

test("a second listener is refused while the first one runs", async () => {
  const { attach, script } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  const second = await attach();
  expect(await second.until("failed")).toMatchObject({ trouble: { code: "KEPT_TUNNEL_IN_USE" } });
  expect([second.tunnel.state, first.tunnel.state]).toEqual(["failed", "up"]);
});

test("what becomes of the tunnel is told to whoever listens, with why it does not stand, and its log where that is wanted", async () => {
  const { attach, script, log } = await heldTunnel();
  const trouble = { code: "NO_DNS", message: "This machine cannot look up a name." };
  const { tunnel, until, events, lines } = await attach({ wantsLog: true });
  await eventually(() => (log.listener?.("INF Version 2026.8.2"), lines.length > 0 || undefined));
  script.tell({ kind: "retrying", trouble, inMs: 1_000 }, up, { kind: "lost" }, { kind: "regained", afterMs: 7 });
  await until("regained");
  expect(events.map(({ kind }) => kind)).toEqual(["retrying", "up", "lost", "regained"]);
  expect([tunnel.state, lines[0]]).toEqual(["up", "INF Version 2026.8.2"]);
});

test("without a wish for it, no log is told", async () => {
  const { attach, script, log } = await heldTunnel();
  const { until, lines } = await attach();
  script.tell(up);
  await until("up");
  log.listener?.("INF Version 2026.8.2");
  script.tell({ kind: "lost" });
  await until("lost");
  expect(lines).toEqual([]);
});

test("the reason for which it does not stand can be asked of whoever waits for it", async () => {
  const { attach, script, clock } = await heldTunnel();
  const { tunnel } = await attach();
  script.trouble = { code: "BLOCKED", message: "Port 7844 does not get through." };
  await eventually(async () => {
    await clock.advance(1_000);
    return tunnel.trouble;
  });
  expect(tunnel.trouble).toEqual(script.trouble);
});

test("an address that changed while nobody listened is told to the next one, before the new address", async () => {
  const { attach, script, status } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  await first.leave();
  await eventually(async () => ((await status()).usedBy === undefined ? true : undefined));
  script.tell({ kind: "lost" }, { kind: "up", url: "https://other-name.trycloudflare.com" });
  const second = await attach();
  await second.until("up");
  expect(second.events.slice(1)).toEqual([
    { kind: "moved", before: up.url + path },
    { kind: "up", url: "https://other-name.trycloudflare.com" },
  ]);
});

test("another path is another address", async () => {
  const { attach, script } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  await first.leave();
  const second = await attach({ path: "/other", publicPath: "/other" });
  await second.until("up");
  expect(second.events.slice(1)).toEqual([{ kind: "moved", before: up.url + path }, up]);
});

test("a tunnel that was lost when the next one came has its address once it is back", async () => {
  const { attach, script, status } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  await first.leave();
  script.tell({ kind: "lost" });
  await eventually(async () => ((await status()).state === "lost" ? true : undefined));
  const second = await attach();
  await second.until("resumed");
  script.tell({ kind: "regained", afterMs: 5 });
  expect([await second.until("up"), second.events.length]).toEqual([up, 2]);
});

test("a tunnel that fails for good ends its holder, and the next one is told why the address is another one", async () => {
  const { attach, script, ended, state } = await heldTunnel();
  script.tell(up);
  const first = await attach();
  await first.until("up");
  script.tell({ kind: "failed", trouble: { code: "TUNNEL_GONE", message: "Cloudflare does not know it." } });
  await first.until("failed");
  await ended;
  const next = await heldTunnel({ state });
  next.script.tell({ kind: "up", url: "https://other-name.trycloudflare.com" });
  const { events, until } = await next.attach();
  await until("up");
  expect(events[0]).toEqual({ kind: "moved", before: up.url + path, why: "Cloudflare does not know it." });
});

test("the process that holds it was killed: whoever listens fails, and the next one is told", async () => {
  const { attach, script, state, control, status } = await heldTunnel();
  script.tell(up);
  const { until, tunnel } = await attach();
  await until("up");
  const record = await readKeptTunnel(state);
  await stopHolder(control, systemClock);
  expect(await until("failed")).toMatchObject({ trouble: { code: "KEPT_TUNNEL_GONE" } });
  await tunnel.close();
  await expect(status()).rejects.toThrow("Nobody answers.");
  expect(record).toMatchObject({ form: 1, version: "0.1.0", root: state.root, url: up.url, control });
});
