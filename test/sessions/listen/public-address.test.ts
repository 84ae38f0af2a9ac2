import { expect, test } from "vitest";
import { readLastJournal } from "../../../src/state/index.ts";
import { noTunnelFor } from "../../../src/sessions/sentences.ts";
import { call, post } from "../../harness/post.ts";
import { listening, type Listening } from "../../harness/listening.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { recordedFixtures } from "../../harness/recordings.ts";
import { rejection } from "../../harness/rejection.ts";
import { behind, localOf, path, untilSettled, up } from "../../harness/behind-tunnel.ts";
import { scriptedTunnel } from "../../harness/scripted-tunnel.ts";
import { statePlace } from "../../harness/state-place.ts";
import { webhook } from "../../harness/webhook.ts";

const other = { kind: "up", url: "https://lamp-orbit.trycloudflare.com" } as const;
const trouble = { code: "NO_DNS", message: "This machine cannot look up a name.", hint: "Go on without it." };
const states = ({ notices }: Listening) => notices("tunnel").map(({ state }) => state);

test("it is ready once the tunnel is up, at its address with the secret path", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const { session, local, said, notices, port } = await listening(behind(script));
  expect([session.url, local]).toEqual([`${up.url}${path}`, `http://127.0.0.1:${port}${path}`]);
  expect(script.localUrls).toEqual([`http://127.0.0.1:${port}`]);
  expect(said.map(({ kind }) => kind)).toEqual(["tunnel", "ready"]);
  expect(notices("ready")).toMatchObject([{ url: `${up.url}${path}`, tunnel: "quick", isOpen: true }]);
});

test("what asks for something is not open to everybody", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const { notices } = await listening(behind(script, { authentication: "token", credentials: { token: "t" } }));
  expect(notices("ready")).toMatchObject([{ isOpen: false }]);
});

test.each(["0.0.0.0", "localhost"])("a listener on %s is reached by the tunnel at 127.0.0.1", async (host) => {
  const script = scriptedTunnel();
  script.tell(up);
  const { port } = await listening(behind(script, { host }));
  expect(script.localUrls).toEqual([`http://127.0.0.1:${port}`]);
});

test("lost, regained and slept are told, and another address with the one before", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const session = await listening(behind(script));
  script.tell({ kind: "lost" }, { kind: "slept", forMs: 5 }, { kind: "regained", afterMs: 7 }, { kind: "lost" }, other);
  expect((await session.until("tunnel", 6)).slice(1)).toEqual([
    { kind: "tunnel", state: "lost" },
    { kind: "tunnel", state: "slept", forMs: 5 },
    { kind: "tunnel", state: "regained", afterMs: 7 },
    { kind: "tunnel", state: "lost" },
    { kind: "tunnel", state: "changed", url: `${other.url}${path}`, before: `${up.url}${path}` },
  ]);
  expect(session.session.url).toBe(`${other.url}${path}`);
});

test("a tunnel that went on is told, and that its address is as before", async () => {
  const script = scriptedTunnel();
  script.tell({ kind: "resumed", refused: 3, afterMs: 7 }, up);
  const { said } = await listening(behind(script));
  expect(said).toMatchObject([
    { kind: "tunnel", state: "opening" },
    { kind: "tunnel", state: "resumed", refused: 3, afterMs: 7 },
    { kind: "ready", isAsBefore: true },
  ]);
});

test("one that went on under another address is told before it is ready", async () => {
  const script = scriptedTunnel();
  const before = "https://old-name.trycloudflare.com/h/x";
  script.tell(
    { kind: "resumed", refused: 0, afterMs: 7 },
    { kind: "moved", before, why: "listen did not run for 12 h" },
    up,
  );
  const { said } = await listening(behind(script));
  expect(said.slice(2)).toMatchObject([
    { kind: "tunnel", state: "changed", url: up.url + path, before, why: "listen did not run for 12 h" },
    { kind: "ready", isAsBefore: false },
  ]);
});

test("at the end the tunnel leads nobody here any more before the listener closes", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const { interrupt, session, notices, local } = await listening(behind(script));
  const statuses: number[] = [];
  script.withdraw = async () => void statuses.push((await post(local, webhook())).status);
  interrupt();
  await session.ended;
  expect([statuses, notices("end")[0]?.events]).toEqual([[200], { "user.added": 1 }]);
});

test("that it goes on is said at the end of one that stood", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const options = behind(script);
  const { end } = await listening({ ...options, tunnel: { ...options.tunnel, keptForMs: 5_000 } });
  expect((await end()).notice?.tunnelKeptForMs).toBe(5_000);
});

test("without a first connection it ends after 60 s, with what the tunnel tells of why", async () => {
  const script = scriptedTunnel();
  script.trouble = trouble;
  const clock = manualClock();
  const failed = rejection(listening(behind(script), { clock }));
  await clock.untilSleepingFor(60_000);
  await clock.advance(59_999);
  expect(script.closed).toBe(0);
  await clock.advance(1);
  const { code, message, hint } = await untilSettled(failed, clock);
  const why = `${noTunnelFor(60_000, undefined).message} This machine cannot look up a name.`;
  expect([code, message, hint]).toEqual(["TUNNEL_UNAVAILABLE", why, "Go on without it."]);
  expect(script.closed).toBeGreaterThan(0);
});

test("what is to be tried again only after that time is not waited for", async () => {
  const script = scriptedTunnel();
  script.tell({ kind: "retrying", trouble, inMs: 30_000 }, { kind: "retrying", trouble, inMs: 120_000 });
  const clock = manualClock();
  const { message, hint } = await untilSettled(rejection(listening(behind(script), { clock })), clock);
  const wait = "The next attempt is in 2 min. To wait for it, use --exit-on-disconnect 15m.";
  expect([message, hint]).toEqual([trouble.message, `Go on without it.\n${wait}`]);
});

test("a longer time that was asked for is waited for", async () => {
  const script = scriptedTunnel();
  script.tell({ kind: "retrying", trouble, inMs: 120_000 }, up);
  expect(states(await listening(behind(script, {}, 600_000)))).toEqual(["opening", "retrying"]);
});

test("what waiting does not mend ends it at once, with the tunnel's last words", async () => {
  const script = scriptedTunnel();
  script.tell({ kind: "failed", trouble: { ...trouble, output: ["one", "two"] } });
  const clock = manualClock();
  const { code, hint } = await untilSettled(rejection(listening(behind(script), { clock })), clock);
  expect([code, hint]).toEqual(["TUNNEL_UNAVAILABLE", "  one\n  two\nGo on without it."]);
});

test("a defect of the tunnel is thrown as it is", async () => {
  const script = scriptedTunnel();
  const opened = listening(behind(script));
  await localOf(script);
  script.fail(new TypeError("x is not a function"));
  await expect(opened).rejects.toThrow(TypeError);
});

test("once it stood, a loss is waited for without end", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const session = await listening(behind(script));
  script.tell({ kind: "lost" }, { kind: "retrying", trouble, inMs: 900_000 });
  await session.until("tunnel", 3);
  await session.clock.advance(10 * 3_600_000);
  script.tell({ kind: "regained", afterMs: 9 });
  await session.until("tunnel", 4);
  expect(session.notices("end")).toEqual([]);
});

test("unless it was asked not to: then a loss of so long ends it, after all that was told", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const { session, clock, until, notices } = await listening(behind(script, {}, 30_000));
  script.tell({ kind: "lost" });
  await until("tunnel", 2);
  await clock.advance(29_999);
  script.tell({ kind: "regained", afterMs: 29_999 }, { kind: "lost" });
  await until("tunnel", 4);
  await clock.advance(29_999);
  expect(notices("end")).toEqual([]);
  await clock.advance(1);
  const { failure, interrupted } = await untilSettled(session.ended, clock);
  expect(failure?.cause).toMatchObject({
    code: "TUNNEL_UNAVAILABLE",
    message: "There was no tunnel for 30 s.",
    hint: "To continue without it, use --no-tunnel, or --public-url with another public address of this machine.",
  });
  expect([interrupted, notices("end").length]).toEqual([false, 1]);
});

test("a machine that slept gets the whole time anew", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const { clock, until, notices } = await listening(behind(script, {}, 30_000));
  script.tell({ kind: "lost" });
  await until("tunnel", 2);
  await clock.advance(20_000);
  script.tell({ kind: "slept", forMs: 8 * 3_600_000 });
  await until("tunnel", 3);
  await clock.advance(29_999);
  expect(notices("end")).toEqual([]);
});

test("--for counts from when events can come", async () => {
  const script = scriptedTunnel();
  const clock = manualClock();
  const opened = listening(behind(script, { ending: { afterMs: 1_000 } }), { clock });
  await clock.untilSleepingFor(60_000);
  await clock.advance(5_000);
  script.tell(up);
  const { notices, session } = await opened;
  expect(notices("end")).toEqual([]);
  await clock.untilSleepingFor(1_000);
  await untilSettled(session.ended, clock);
  expect(notices("end")).toHaveLength(1);
});

test("what the tunnel sets is not forwarded, and its names stand in no recording", async () => {
  const script = scriptedTunnel({ sets: ["host", "cf-ray"] });
  script.tell(up);
  const { local, folder } = await listening(behind(script));
  const headers = {
    host: "fare-write.trycloudflare.com",
    "cf-ray": "1",
    "x-via": `//FARE-write.trycloudflare.com${path}`,
  };
  await post(`${local}?from=${path}`, webhook(), { ...headers, "content-type": "application/json" });
  const [fixture] = await recordedFixtures(folder);
  expect(fixture?.request).toMatchObject({
    path: "/?from=[redacted]",
    headers: { "x-via": "[redacted]" },
    addedByTunnel: { host: "[redacted]", "cf-ray": "1" },
  });
});

test("a refusal names the right address on the screen, and no secret path in the journal", async () => {
  const script = scriptedTunnel();
  script.tell(up);
  const state = await statePlace();
  const { local, notices, end } = await listening(behind(script), { state });
  const origin = new URL(local).origin;
  expect((await post(`${origin}${path}/more`, webhook())).status).toBe(404);
  expect((await call(`${origin}/`, { method: "GET" })).body).toBe('{"status":404}');
  expect(notices("refused")).toMatchObject([
    { reason: `POST to another path (${path}/more)`, takenAt: `${up.url}${path}` },
  ]);
  await end();
  const [, refused] = await readLastJournal(state, ["listen"]);
  expect(refused).toMatchObject({ type: "refused", reason: "POST to another path ([redacted]/more)" });
});
