import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { parseTarget, waitForTargets } from "../../../src/delivery/index.ts";
import { targetNotThere } from "../../../src/delivery/sentences.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { systemClock } from "../../../src/clock.ts";
import { freePort } from "../../harness/free-port.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { startRawServer } from "../../harness/raw-server.ts";
import { rejection } from "../../harness/rejection.ts";

const never = new AbortController().signal;
const start = (place: { host?: string; port?: number } = {}) => startRawServer(() => undefined, place);

test("a target that accepts connections is not waited for", async () => {
  const { url } = await start();
  await expect(waitForTargets([parseTarget(url)], 10_000, manualClock(), never)).resolves.toBeUndefined();
});

test("a target that comes up in time is waited for", async () => {
  const clock = manualClock();
  const port = await freePort();
  const waited = waitForTargets([parseTarget(`127.0.0.1:${port}`)], 10_000, clock, never);
  await clock.untilSleeping(2); // the deadline, and the pause before the next look
  await start({ port });
  await clock.advance(100);
  await expect(waited).resolves.toBeUndefined();
});

test("a target that never comes up is an error, after the whole time and not before", async () => {
  const clock = manualClock();
  const port = await freePort();
  const waited = rejection(waitForTargets([parseTarget(`127.0.0.1:${port}`)], 1_500, clock, never));
  const sleeper = { over: false };
  void waited.then(() => (sleeper.over = true));
  await clock.untilSleeping(2);
  await clock.advance(100);
  expect(sleeper.over).toBe(false);
  await clock.untilSleeping(2);
  await clock.advance(1_400);
  const { code, message, hint } = await waited;
  expect([code, message, hint]).toEqual([
    "TARGET_UNREACHABLE",
    `http://127.0.0.1:${port}/ accepted no connection within 1.5 s (--wait).`,
    "Start the handler, or check the address and its port.",
  ]);
});

test("every target is waited for", async () => {
  const clock = manualClock();
  const { url } = await start();
  const missing = parseTarget(`127.0.0.1:${await freePort()}`);
  const waited = rejection(waitForTargets([parseTarget(url), missing], 1_000, clock, never));
  await clock.untilSleeping(2);
  await clock.advance(1_000);
  expect(await waited).toEqual(targetNotThere(missing.name, 1_000));
});

test.each(["127.0.0.1", "::1"])("for localhost a handler on %s will do", async (host) => {
  const { port } = await start({ host });
  for (const name of ["localhost", "shop.localhost"]) {
    await expect(waitForTargets([parseTarget(`${name}:${port}`)], 5_000, systemClock, never)).resolves.toBeUndefined();
  }
});

test("an address of version 6 is understood", async () => {
  const { port } = await start({ host: "::1" });
  await expect(waitForTargets([parseTarget(`[::1]:${port}`)], 5_000, systemClock, never)).resolves.toBeUndefined();
});

test("the end of the session ends the waiting", async () => {
  const clock = manualClock();
  const ending = new AbortController();
  const waited = waitForTargets([parseTarget(`127.0.0.1:${await freePort()}`)], 60_000, clock, ending.signal);
  await clock.untilSleeping(2);
  ending.abort();
  await expect(waited).resolves.toBeUndefined();
});

test.skipIf(process.platform !== "linux")("a host that answers nothing at all does not outlast the time", async () => {
  const port = await startDeafListener();
  const error = await rejection(waitForTargets([parseTarget(`127.0.0.1:${port}`)], 50, systemClock, never));
  expect(error.code).toBe("TARGET_UNREACHABLE");
});

test("a command is always there", async () => {
  await expect(waitForTargets([commandTarget("node x.js")], 1_000, manualClock(), never)).resolves.toBeUndefined();
});

/** Its port takes no connection any more, and refuses none: what a firewall does. */
async function startDeafListener(): Promise<number> {
  const program = fileURLToPath(new URL("../../programs/listens-deaf.js", import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  const port = Number(line);
  // Linux lets one more wait than the backlog says; who comes then gets no answer.
  for (const socket of [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")]) {
    onTestFinished(() => void socket.destroy());
    await once(socket, "connect");
  }
  return port;
}
