import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

test("an event waits for a target that refuses connections, and is delivered when that comes up", async () => {
  const port = await freePort();
  const { url, clock, until } = await listening({ targets: [parseTarget(`127.0.0.1:${port}`)] });
  for (const number of [1, 2]) await post(url, numberedWebhook(number));
  expect((await until("waiting")).map(({ target }) => target.name)).toEqual([`http://127.0.0.1:${port}/`]);
  const handler = await startRawServer((socket) => socket.write(answerWith(200)), { port });
  await clock.untilSleepingFor(250);
  await clock.advance(250);
  const deliveries = await until("delivery", 2);
  expect(deliveries.map(({ number, attempt }) => [number, attempt.outcome])).toEqual([
    [1, "accepted"],
    [2, "accepted"],
  ]);
  expect(handler.requests).toHaveLength(2);
});

test("after ten seconds of refused connections the event has failed, and the listener goes on", async () => {
  const port = await freePort();
  const { url, clock, until, notices, end } = await listening({ targets: [parseTarget(`127.0.0.1:${port}`)] });
  await post(url, webhook());
  await until("waiting");
  // 250 + 500 ms, then a second each: the last pause is the quarter that is left of the ten seconds
  for (const ms of [250, 500, ...Array.from({ length: 9 }, () => 1_000), 250]) {
    expect(notices("delivery")).toEqual([]);
    await clock.untilSleepingFor(ms);
    await clock.advance(ms);
  }
  expect(await until("delivery")).toMatchObject([
    { attempt: { outcome: "failed", reason: "refused", durationMs: 10_000 } },
  ]);
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  expect((await end()).notice).toMatchObject({ failed: 1 });
});

test("a target that hangs delays no other, and no sender", async () => {
  const hanging = await startRawServer(() => undefined);
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const targets = [parseTarget(hanging.url), parseTarget(handler.url)];
  const { url, until, clock } = await listening({ targets, timeoutMs: 5_000 });
  for (let number = 0; number < 20; number += 1) {
    expect((await post(url, numberedWebhook(number))).status).toBe(200);
  }
  const deliveries = await until("delivery", 20);
  expect(new Set(deliveries.map(({ target }) => target.name))).toEqual(new Set([`${handler.url}/`]));
  expect(hanging.requests).toHaveLength(1);
  await clock.advance(5_000);
  expect((await until("delivery", 21)).at(-1)).toMatchObject({
    number: 1,
    target: { name: `${hanging.url}/` },
    attempt: { reason: "timed out" },
  });
});

test("a redirect is told and not followed", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(302, "", ["location: /login"])));
  const { url, until } = await listening({ targets: [parseTarget(handler.url)] });
  await post(url, webhook());
  expect(await until("delivery")).toMatchObject([
    { attempt: { outcome: "rejected", answer: { status: 302, location: "/login" } } },
  ]);
  expect(handler.requests).toHaveLength(1);
});

test.each([
  ["is no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", "not HTTP"],
  ["ends at once", "", "cut off"],
])("a target whose answer %s has failed, and gets the next event all the same", async (_, answer, reason) => {
  const handler = await startRawServer((socket) => socket.end(answer));
  const { url, until } = await listening({ targets: [parseTarget(handler.url)] });
  for (const number of [1, 2]) await post(url, numberedWebhook(number));
  expect(await until("delivery", 2)).toMatchObject([
    { number: 1, attempt: { outcome: "failed", reason } },
    { number: 2, attempt: { outcome: "failed", reason } },
  ]);
});
