import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { parsePatterns } from "../../../src/events/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

const takingHandler = () => startRawServer((socket) => socket.write(answerWith(200)));
const order = { resource: { type: "ORDER" } };

test("events that were not asked for are recorded, answered 200 and counted, and neither told nor forwarded", async () => {
  const handler = await takingHandler();
  const { url, folder, until, end } = await listening({
    targets: [parseTarget(handler.url)],
    events: parsePatterns("order.*"),
  });
  for (const [number, different] of [{}, order, {}].entries())
    expect((await post(url, numberedWebhook(number, different))).status).toBe(200);
  expect(await recordedFiles(folder)).toHaveLength(3);
  await until("delivery");
  const { notice } = await end();
  expect(await until("event")).toMatchObject([{ number: 1, fixture: { event: "order.added" } }]);
  expect(handler.requests).toHaveLength(1);
  expect(notice).toMatchObject({ events: { "user.added": 2, "order.added": 1 }, hidden: 2, delivered: 1, failed: 0 });
});

test("the ready notice tells what is shown and who gets what", async () => {
  const { url, folder, notices, session } = await listening({
    targets: [parseTarget("subscription.*,order=4001"), parseTarget("http://user:secret@localhost:4002/crm")],
    events: parsePatterns("order, user"),
    authentication: "token",
    credentials: { token: "made" },
    made: { token: "made" },
  });
  expect(session.url).toBe(`${url}/`);
  expect(notices("ready")).toEqual([
    {
      kind: "ready",
      url: `${url}/`,
      local: `${url}/`,
      isAsBefore: false,
      isOpen: false,
      isWarnedOf: false,
      processId: process.pid,
      asksFor: "the token in x-appdirect-webhook-token",
      toPaste: [{ label: "token", value: "made", isCredential: true }],
      made: { token: "made" },
      usesKept: false,
      fixtures: folder,
      targets: [
        { name: "http://localhost:4001/", patterns: "subscription.*,order" },
        { name: "http://localhost:4002/crm", patterns: "*" },
      ],
      events: "order, user",
    },
  ]);
});

test("what is shown can be changed while it runs", async () => {
  const { url, session, notices } = await listening();
  await post(url, numberedWebhook(1));
  session.filter(parsePatterns("order"));
  await post(url, numberedWebhook(2));
  await post(url, numberedWebhook(3, order));
  session.filter(parsePatterns("user"));
  await post(url, numberedWebhook(4));
  expect(notices("event").map(({ number, fixture }) => [number, fixture.event])).toEqual([
    [1, "user.added"],
    [2, "order.added"],
    [3, "user.added"],
  ]);
});

test("while forwarding is paused events are recorded and wait, and go on in order", async () => {
  const handler = await takingHandler();
  const { url, session, folder, notices, until } = await listening({ targets: [parseTarget(handler.url)] });
  session.togglePause();
  for (const number of [1, 2, 3]) await post(url, numberedWebhook(number));
  expect(await recordedFiles(folder)).toHaveLength(3);
  expect(handler.requests).toEqual([]);
  session.togglePause();
  const deliveries = await until("delivery", 3);
  expect(deliveries.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(notices("paused")).toEqual([
    { kind: "paused", paused: true, waiting: 0 },
    { kind: "paused", paused: false, waiting: 3 },
  ]);
});

test("a session that ends while it is paused names what waits as undelivered", async () => {
  const handler = await takingHandler();
  const { url, session, folder, end } = await listening({ targets: [parseTarget(handler.url)], ending: { count: 1 } });
  session.togglePause();
  await post(url, webhook());
  const { notice, result } = await end();
  expect(notice?.undelivered).toEqual([
    {
      event: "user.added",
      target: `${handler.url}/`,
      file: join(folder, "user.added", "20261123T140511123Z-429afed8.json"),
      wasSent: false,
    },
  ]);
  expect(result).toEqual({ interrupted: false, failed: true, missing: false });
});

test("the last event that was shown is sent again to every target that takes it", async () => {
  const handler = await takingHandler();
  const { url, session, until } = await listening({
    targets: [parseTarget(handler.url)],
    events: parsePatterns("user"),
  });
  expect(session.replayLast()).toBeUndefined();
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2, order));
  expect(session.replayLast()).toBe("user.added");
  expect(await until("delivery", 2)).toMatchObject([
    { number: 1 },
    { number: 1, uuid: numberedWebhook(1).slice(9, 45) },
  ]);
  expect(handler.requests[1]).toBe(handler.requests[0]);
});

test("an event tells what changed since the last one of its resource", async () => {
  const { url, clock, notices } = await listening();
  const user = (status: string) => ({ resource: { type: "USER", uuid: "u-1", content: { firstName: "Ada", status } } });
  await post(url, numberedWebhook(1, user("ACTIVE")));
  await clock.advance(60_000);
  await post(url, numberedWebhook(2, user("INACTIVE")));
  expect(notices("event").map(({ changes }) => changes)).toEqual([
    undefined,
    {
      since: new Date("2026-11-23T14:05:11.123Z"),
      changes: [{ path: "status", before: '"ACTIVE"', after: '"INACTIVE"' }],
    },
  ]);
});
