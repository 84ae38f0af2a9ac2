import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { installStandIn } from "../harness/cloudflared.ts";
import { eventually } from "../harness/eventually.ts";
import { startHandler } from "../harness/handler.ts";
import { post } from "../harness/post.ts";
import { connected, linesOf, metricsOf, nobody, quick, runStandIn as run } from "../harness/run-stand-in.ts";

const api = 'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel":';
const notJson = "failed to unmarshal quick Tunnel: invalid character 'e' looking for beginning of value";

test.each([
  ["rate limited", 1, notJson],
  ["rate limited, old", 1, notJson],
  ["hiccup", 1, "failed to parse quick Tunnel ID: invalid UUID length: 0"],
  ["no DNS", 1, `${api} dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host`],
  ["refused", 1, `${api} dial tcp 176.53.43.44:443: connect: connection refused`],
  ["timed out", 1, `${api} context deadline exceeded (Client.Timeout exceeded while awaiting headers)`],
  ["intercepted", 1, `${api} tls: failed to verify certificate: x509: certificate signed by unknown authority`],
  ["bad token", 255, "See 'cloudflared tunnel run --help'."],
  [
    "metrics port taken",
    1,
    'ERR Error opening metrics server listener error="listen tcp 127.0.0.1:20241: bind: address already in use"',
  ],
  ["unheard", 1, "and a last line without a time"],
  ["ends at once", 0, undefined],
  ["unknown flag", 0, undefined],
])("%s: it ends with %d, and its last line is the real one's", async (failure, status, last) => {
  const ended = await run(await installStandIn({ failure }), quick(nobody)).ended;
  expect([ended.status, linesOf(ended.stderr).at(-2)]).toEqual([status, last]);
});

test("a new one that is rate limited says so in the line before", async () => {
  const { stderr } = await run(await installStandIn({ failure: "rate limited" }), quick(nobody)).ended;
  expect(linesOf(stderr).at(-3)).toBe(
    'ERR Error unmarshaling QuickTunnel response: error code: 1015 error="invalid character \'e\' looking for beginning of value" status_code="429 Too Many Requests"',
  );
});

test("it fails as often as it is told", async () => {
  const standIn = await installStandIn({ failure: "hiccup", failTimes: 1 });
  expect((await run(standIn, quick(nobody)).ended).status).toBe(1);
  run(standIn, quick(nobody));
  expect(await standIn.until("connected")).toHaveLength(1);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with 0, and it tells of each step", async (signal) => {
  const { running } = await connected();
  running.kill(signal);
  const { status, stderr } = await running.ended;
  expect(status).toBe(0);
  expect(linesOf(stderr).slice(-5, -1)).toEqual([
    `INF Initiating graceful shutdown due to signal ${signal === "SIGINT" ? "interrupt" : "terminated"} ...`,
    "INF Unregistered tunnel connection connIndex=0",
    "INF Tunnel server stopped",
    "INF Metrics server stopped",
  ]);
});

/** A call that is in flight until `answer` is called. */
async function withCallInFlight() {
  const held = new EventEmitter();
  const handler = await startHandler(
    () => 200,
    async () => void (await once(held, "answer")),
  );
  const { standIn, running } = await connected({}, handler.url);
  const answered = post(await standIn.address(), "{}").then(
    ({ status }) => status,
    () => "cut off",
  );
  await eventually(() => handler.bodies()[0]);
  running.kill("SIGINT");
  await running.untilErr(/Initiating graceful shutdown/);
  return { running, answered, answer: () => held.emit("answer") };
}

test("SIGINT waits for the call that is in flight", async () => {
  const { running, answered, answer } = await withCallInFlight();
  answer();
  expect([await answered, (await running.ended).status]).toEqual([200, 0]);
});

test("a second signal kills it, and cuts off the call in flight", async () => {
  const { running, answered } = await withCallInFlight();
  running.kill("SIGINT");
  expect([await answered, (await running.ended).status]).toEqual(["cut off", null]);
});

test("a signal that it ignores leaves it running", async () => {
  const { standIn, running } = await connected({ ignoresSignals: ["SIGINT"] });
  running.kill("SIGINT");
  expect(await standIn.until("signal")).toMatchObject([{ signal: "SIGINT" }]);
  expect((await (await metricsOf(running))("/ready")).status).toBe(200);
  running.kill("SIGTERM");
  expect((await running.ended).status).toBe(0);
});
