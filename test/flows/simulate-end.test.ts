import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../harness/free-port.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { simulateArgs, startSimulator } from "../harness/running-simulator.ts";

const isWindows = process.platform === "win32";

test.skipIf(isWindows)("without --count, Ctrl-C is an ordinary end with a summary", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const { untilOut, kill, ended } = await startSimulator(project, ["--to", handler.url, "--rate", "0.001"]);
  await untilOut(/ 200 /);
  kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toMatch(/\n\nhappened {3}1 event in .*\ndelivered {2}1\n$/);
});

test.skipIf(isWindows)("with --count, Ctrl-C before its end is exit 1", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer(() => undefined);
  const { kill, ended } = await startSimulator(project, ["--to", handler.url, "--count", "1", "--json"]);
  await handler.untilRequests(1);
  kill("SIGINT");
  const { status, stdout } = await ended;
  expect([status, jsonLines(stdout).at(-1)]).toEqual([
    1,
    expect.objectContaining({ type: "end", events: 1, delivered: 0, failed: 0, pending: 1, interrupted: true }),
  ]);
});

test("--count ends it once all is delivered: with --json, a value a line, the first is ready and the last is end", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const args = simulateArgs("--to", handler.url, "--count", "3", "--rate", "100", "--json", "--state", "s");
  const { status, stdout, stderr } = await project.run(args);
  const lines = jsonLines(stdout);
  expect([status, stderr]).toEqual([0, ""]);
  const between = lines.slice(1, -1).map(({ type }) => type);
  expect(between.toSorted().join()).toBe("attempt,attempt,attempt,event,event,event");
  expect(lines[0]).toMatchObject({ type: "ready", clientId: "demo", clientSecret: "demo-secret", pending: 0 });
  const end = { type: "end", events: 3, delivered: 3, failed: 0, pending: 0, interrupted: false };
  expect(lines.at(-1)).toMatchObject(end);
});

test("what is given up is exit 1, and says how to have it resent where there is a next run for that", async () => {
  const project = await temporaryProject();
  const handler = await startHandler(() => 500);
  const args = ["--to", handler.url, "--count", "1", "--time-scale", "1000000", "--retry-tail", "1m"];
  const { status, stdout, stderr } = await project.run(simulateArgs(...args, "--state", "s"));
  // At once, after the six waits that are documented, and after the one of --retry-tail.
  expect([status, handler.bodies().length]).toEqual([1, 8]);
  const resend = /given up after 8 attempts; to resend it: POST http:\/\/\S+\/simulator\/v1\/events\/\S+\/resend/;
  expect(stdout.replaceAll(/\s+/g, " ")).toMatch(resend);
  expect(stderr).toMatch(/\ndelivered {2}0\ngiven up {3}1\nstate {6}s\n$/);
  const inMemory = await project.run(simulateArgs(...args));
  expect(inMemory.stdout).toMatch(/given up after 8 attempts\n$/);
});

test("a port that is in use is refused where it was named", async () => {
  const project = await temporaryProject();
  const { port } = await startRawServer(() => undefined);
  const { status, stdout, stderr } = await project.run(["simulate", "--port", String(port)]);
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toContain(`✖ Port ${port} `);
});

test("where another program has the usual port, it takes a free one and says so", async () => {
  const project = await temporaryProject();
  await takeUsualPort();
  const handler = await startHandler();
  const { status, stderr } = await project.run(["simulate", "--to", handler.url, "--count", "1"]);
  const [, port, url] =
    /^Port 4748 is in use; the API is on (\d+)\.\nmarketplace +http:\/\/127\.0\.0\.1:(\d+)\n/.exec(stderr) ?? [];
  expect([status, url, port === "4748"]).toEqual([0, port, false]);
});

/** By this test, where nobody has it yet. */
async function takeUsualPort(): Promise<void> {
  const server = createServer().listen(4748, "127.0.0.1");
  onTestFinished(() => void server.close());
  await Promise.race([once(server, "listening"), new Promise((resolve) => server.once("error", resolve))]);
}

test.skipIf(isWindows)("it ends quietly once nobody reads what it prints", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const args = simulateArgs("--to", handler.url, "--rate", "50", "--quiet");
  const { status, stdout, stderr } = await project.run(args, { through: '"$@" | head -1' });
  expect([status, stdout.split("\n").length, stderr]).toEqual([0, 2, ""]);
});

test("--outage: nothing gets through until it is over, and a retry brings it", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--count", "1"]);
  const args = ["--to", listener.url, "--count", "1", "--outage", "200ms", "--time-scale", "1000"];
  const { status, stdout } = await project.run(simulateArgs(...args, "--json"));
  // It begins with the first attempt; the retry after 5 min, a thousand times faster, comes 300 ms later.
  expect(jsonLines(stdout).filter(({ type }) => type === "attempt")).toMatchObject([
    { number: 1, delivered: false, error: "the simulated network is down (--outage)", waitMs: 300_000 },
    { number: 2, delivered: true, status: 200 },
  ]);
  expect([status, (await listener.ended).status]).toEqual([0, 0]);
});

test("--duplicate 100 sends each event twice, and counts it once", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project);
  const simulator = await startSimulator(project, ["--to", listener.url, "--rate", "0.001", "--duplicate", "100"]);
  await listener.untilOut(/ company\.added .*again, 2nd time/);
  expect(await simulator.untilOut(/sent twice/)).toBe("sent twice");
  simulator.kill("SIGINT");
  expect((await simulator.ended).stderr).toContain("\ndelivered  1\n");
});

test("--shuffle: events overtake each other, and all arrive", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const args = ["--to", handler.url, "--count", "40", "--rate", "200", "--shuffle", "--seed", "1", "--json"];
  const { status, stdout } = await project.run(simulateArgs(...args));
  const told = jsonLines(stdout).flatMap(({ type, uuid }) => (type === "event" ? [uuid] : []));
  const came = handler.bodies().map((body): unknown => JSON.parse(body).uuid);
  expect([status, came.toSorted()]).toEqual([0, told.toSorted()]);
  expect(came).not.toEqual(told);
});

test("a handler that is not there is tried again later, and named", async () => {
  const project = await temporaryProject();
  const port = await freePort();
  const { untilOut, kill, ended } = await startSimulator(project, ["--to", String(port), "--rate", "0.001"]);
  await untilOut(/again in 5 min\n/);
  kill("SIGTERM");
  const { stdout, stderr } = await ended;
  expect(stdout).toContain(`nothing listens on localhost:${port}`);
  expect(stderr).toContain("\npending    1, lost with this run; --state keeps them\n");
});
