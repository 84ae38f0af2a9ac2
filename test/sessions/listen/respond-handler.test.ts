import { expect, test } from "vitest";
import { parseTarget, type Target } from "../../../src/delivery/index.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { freePort } from "../../harness/free-port.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { program } from "../../harness/program.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { webhook } from "../../harness/webhook.ts";

async function answering(status: number): Promise<Target> {
  return parseTarget((await startRawServer((socket) => socket.write(answerWith(status)))).url);
}

const listeningFor = (targets: Target[]) =>
  listening({ targets, answerWithHandlers: true }, { env: { PATH: process.env["PATH"] } });

test.each([
  [[], 200],
  [[204, 201], 200],
  [[200, 404, 500], 404],
  [[503, 404], 503],
  [[302], 302],
])("where the handlers answer %j the sender gets %i", async (statuses, expected) => {
  const { url, folder } = await listeningFor(await Promise.all(statuses.map(answering)));
  expect((await post(url, webhook())).status).toBe(expected);
  expect(await recordedFiles(folder)).toHaveLength(1);
});

test("the order of targets decides, not who answers first", async () => {
  let answerFirst: () => void = () => undefined;
  const slow = await startRawServer((socket) => {
    answerFirst = () => socket.write(answerWith(500));
  });
  const { url, until } = await listeningFor([parseTarget(slow.url), await answering(404)]);
  const answer = post(url, webhook());
  await slow.untilRequests(1);
  await until("delivery");
  answerFirst();
  expect((await answer).status).toBe(500);
});

test("where nobody takes the event the sender gets 200", async () => {
  const target = { ...(await answering(500)), patterns: parseTarget("order=3000").patterns };
  const { url } = await listeningFor([target]);
  expect((await post(url, webhook())).status).toBe(200);
});

test("where a handler cannot be reached the sender gets 502 once it was tried for ten seconds", async () => {
  const { url, clock, until } = await listeningFor([parseTarget(`127.0.0.1:${await freePort()}`)]);
  const answer = post(url, webhook());
  await until("waiting");
  for (const ms of [250, 500, ...Array.from({ length: 9 }, () => 1_000), 250]) {
    await clock.untilSleepingFor(ms);
    await clock.advance(ms);
  }
  expect((await answer).status).toBe(502);
});

test("where a handler takes more than 30 s the sender gets 504, and the delivery goes on", async () => {
  let answerLate: () => void = () => undefined;
  const handler = await startRawServer((socket) => {
    answerLate = () => socket.write(answerWith(200));
  });
  const { url, clock, until, notices } = await listening({
    targets: [parseTarget(handler.url)],
    answerWithHandlers: true,
    timeoutMs: 0,
  });
  const answer = post(url, webhook());
  await handler.untilRequests(1);
  await clock.untilSleepingFor(30_000);
  await clock.advance(30_000);
  expect((await answer).status).toBe(504);
  expect(notices("delivery")).toEqual([]);
  answerLate();
  expect(await until("delivery")).toMatchObject([
    { attempt: { outcome: "accepted", answer: { status: 200 }, durationMs: 30_000 } },
  ]);
});

test.each([
  ["0", 200],
  ["3", 502],
])("where a command exits with %s the sender gets %i", async (exitCode, expected) => {
  const { url } = await listeningFor([commandTarget(program("exits-with.js", exitCode))]);
  expect((await post(url, webhook())).status).toBe(expected);
});

test("what is no JSON gets 400 whatever the handlers would say", async () => {
  const { url } = await listeningFor([await answering(200)]);
  expect((await post(url, "hello")).status).toBe(400);
});

test("a session that is ended answers 503 for what its handlers have not taken, after two seconds", async () => {
  const handler = await startRawServer(() => undefined);
  const { url, clock, interrupt, session } = await listeningFor([parseTarget(handler.url)]);
  const answer = post(url, webhook());
  await handler.untilRequests(1);
  interrupt();
  await clock.untilSleepingFor(2_000);
  await clock.advance(2_000);
  expect((await answer).status).toBe(503);
  expect(await session.ended).toEqual({ interrupted: true, failed: true, missing: false });
});

test("a session that ends by itself still answers with what a slow handler says", async () => {
  let answerLate: () => void = () => undefined;
  const handler = await startRawServer((socket) => {
    answerLate = () => socket.write(answerWith(202));
  });
  const targets = [parseTarget(handler.url)];
  const { url, clock, session } = await listening({ targets, answerWithHandlers: true, ending: { count: 1 } });
  const answer = post(url, webhook());
  await handler.untilRequests(1);
  await clock.untilSleepingFor(2_000); // the end has begun
  await clock.advance(5_000);
  answerLate();
  expect((await answer).status).toBe(200);
  expect(await session.ended).toEqual({ interrupted: false, failed: false, missing: false });
});
