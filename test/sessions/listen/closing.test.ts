import { once } from "node:events";
import { Agent, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { numberedWebhook, uuidOf, webhook } from "../../harness/webhook.ts";

const interrupted = { interrupted: true, failed: false, missing: false };

test("an interrupted session takes no more and ends at once where nothing is in flight", async () => {
  const { url, session, interrupt, notices } = await listening();
  await post(url, webhook());
  interrupt();
  expect(await session.ended).toEqual(interrupted);
  expect(notices("end")).toHaveLength(1);
  expect(notices("ending")).toEqual([]);
  await expect(post(url, webhook())).rejects.toThrow(/ECONNREFUSED/);
});

test("an interrupted session gives deliveries two seconds, and names what was not made", async () => {
  const handler = await startRawServer(() => undefined);
  const { url, folder, clock, session, interrupt, notices } = await listening({ targets: [parseTarget(handler.url)] });
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2));
  await handler.untilRequests(1);
  interrupt();
  await clock.untilSleepingFor(2_000);
  await clock.advance(1_999);
  expect(notices("end")).toEqual([]);
  await clock.advance(1);
  expect(await session.ended).toEqual({ ...interrupted, failed: true });
  const files = (await recordedFiles(folder)).map((file) => expect.stringContaining(file));
  expect(notices("end")).toMatchObject([
    {
      durationMs: 2_000,
      events: { "user.added": 2 },
      delivered: 0,
      failed: 0,
      undelivered: files.map((file, index) => ({
        event: "user.added",
        target: `${handler.url}/`,
        file,
        wasSent: index === 0,
      })),
    },
  ]);
  expect(notices("ending")).toEqual([{ kind: "ending", deliveries: 2 }]);
  expect(notices("delivery")).toEqual([]);
});

test("a delivery that is answered within the two seconds is delivered", async () => {
  let answer: () => void = () => undefined;
  const handler = await startRawServer((socket) => {
    answer = () => socket.write(answerWith(200));
  });
  const { url, session, interrupt, until, said } = await listening({ targets: [parseTarget(handler.url)] });
  await post(url, webhook());
  await handler.untilRequests(1);
  interrupt();
  await until("ending");
  answer();
  expect(await session.ended).toEqual(interrupted);
  expect(said.slice(-3)).toMatchObject([
    { kind: "ending", deliveries: 1 },
    { kind: "delivery", attempt: { outcome: "accepted" } },
    { kind: "end", delivered: 1, undelivered: [] },
  ]);
});

test("while it is paused, an interrupted session finishes only what is on its way", async () => {
  const handler = await startRawServer(() => undefined);
  const { url, session, interrupt, until } = await listening({ targets: [parseTarget(handler.url)] });
  for (const number of [1, 2, 3]) await post(url, numberedWebhook(number));
  await handler.untilRequests(1);
  session.togglePause();
  interrupt();
  expect(await until("ending")).toEqual([{ kind: "ending", deliveries: 1 }]);
});

test("a sender that keeps its connection does not hold up the end", async () => {
  const { url, session } = await listening({ ending: { count: 1 } });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const outgoing = request(url, { method: "POST", agent });
  outgoing.end(webhook());
  const [answer] = await once(outgoing, "response");
  answer.resume();
  expect(answer.statusCode).toBe(200);
  expect(await session.ended).toEqual({ ...interrupted, interrupted: false });
});

test("a connection on which nothing was asked yet does not hold up the end", async () => {
  const { port, session, interrupt } = await listening();
  const client = await rawClient(port);
  interrupt();
  expect(await session.ended).toEqual(interrupted);
  expect(await client.untilClosed()).toBe("");
});

test("half a body holds up the end for two seconds and no longer", async () => {
  const { url, port, clock, session, interrupt, folder } = await listening();
  await post(url, webhook());
  const client = await rawClient(port);
  await client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"uuid"');
  await clock.untilSleepingFor(30_000);
  interrupt();
  await clock.untilSleepingFor(2_000);
  await clock.advance(2_000);
  expect(await session.ended).toEqual(interrupted);
  expect(await client.untilClosed()).toBe("");
  expect(await recordedFiles(folder)).toHaveLength(1);
});

test("what is still coming when a session ends by itself is taken, recorded and delivered", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, port, clock, session, folder, notices } = await listening({
    targets: [parseTarget(handler.url)],
    ending: { count: 1 },
  });
  const body = numberedWebhook(2);
  const client = await rawClient(port);
  await client.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  await clock.untilSleepingFor(30_000);
  await post(url, numberedWebhook(1));
  await client.write(body.slice(10));
  expect(await client.untilClosed()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(await session.ended).toEqual({ ...interrupted, interrupted: false });
  expect(await recordedFiles(folder)).toHaveLength(2);
  expect(notices("delivery").map(({ uuid }) => uuid)).toEqual([uuidOf(1), uuidOf(2)]);
});

test("an interruption while deliveries of an end by itself go on leaves them two seconds", async () => {
  const handler = await startRawServer(() => undefined);
  const { url, clock, session, interrupt, notices } = await listening({
    targets: [parseTarget(handler.url)],
    ending: { count: 1 },
    timeoutMs: 0,
  });
  await post(url, webhook());
  await handler.untilRequests(1);
  expect(notices("ending")).toEqual([]);
  interrupt();
  await clock.untilSleepingFor(2_000);
  await clock.advance(2_000);
  expect(await session.ended).toEqual({ interrupted: false, failed: true, missing: false });
  expect(notices("ending")).toHaveLength(1);
  expect(notices("end")).toMatchObject([{ undelivered: [{ event: "user.added" }] }]);
});
