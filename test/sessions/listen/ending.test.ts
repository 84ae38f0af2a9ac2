import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { parsePatterns } from "../../../src/events/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

const byItself = { interrupted: false, failed: false, missing: false };

test("a session for two events ends by itself after the second, repeats not counted", async () => {
  const { url, session, until } = await listening({ ending: { count: 2 } });
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(1));
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  expect(await session.ended).toEqual(byItself);
  expect(await until("end")).toMatchObject([{ events: { "user.added": 2 }, repeats: 1 }]);
  await expect(post(url, numberedWebhook(3))).rejects.toThrow(/ECONNREFUSED/);
});

test("only events that are shown are counted", async () => {
  const { url, session } = await listening({ ending: { count: 1 }, events: parsePatterns("order") });
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2, { resource: { type: "ORDER" } }));
  expect(await session.ended).toEqual(byItself);
});

test("a session until an event ends when that came, shown or not", async () => {
  const untilEvent = parsePatterns("company.removed");
  const { url, session } = await listening({ ending: { untilEvent }, events: parsePatterns("order") });
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2, { resource: { type: "COMPANY" }, resourceAction: "REMOVED" }));
  expect(await session.ended).toEqual(byItself);
});

test("a time alone is an ordinary end", async () => {
  const { clock, session, until } = await listening({ ending: { afterMs: 60_000 } });
  await clock.advance(59_999);
  await clock.advance(1);
  expect(await session.ended).toEqual(byItself);
  expect(await until("end")).toEqual([
    {
      kind: "end",
      durationMs: 60_000,
      events: {},
      repeats: 0,
      hidden: 0,
      unrecorded: 0,
      refused: 0,
      delivered: 0,
      failed: 0,
      undelivered: [],
      undeliveredCount: 0,
      cutOff: 0,
      failures: [],
      sendable: 0,
      unsendable: [],
      fixtures: expect.stringMatching(/fixtures$/),
      missing: undefined,
    },
  ]);
});

test.each([
  [{ count: 3 }, "1 of 3 events came within 60 s (--for)."],
  [{ untilEvent: parsePatterns("order.*") }, "No order.* came within 60 s (--for)."],
])("with %j the time is a deadline, and what is missing is told", async (ending, missing) => {
  const { url, clock, session, until } = await listening({ ending: { ...ending, afterMs: 60_000 } });
  await post(url, webhook());
  await clock.advance(60_000);
  expect(await session.ended).toEqual({ interrupted: false, failed: false, missing: true });
  expect(await until("end")).toMatchObject([{ missing, events: { "user.added": 1 } }]);
});

test("what came in time is not missing when the time is over", async () => {
  const { url, clock, session } = await listening({ ending: { count: 1, afterMs: 60_000 } });
  await post(url, webhook());
  expect(await session.ended).toEqual(byItself);
  await clock.advance(60_000);
  expect(await session.ended).toEqual(byItself);
});

test("an end by itself waits for its deliveries, however long they take", async () => {
  let answer: () => void = () => undefined;
  const handler = await startRawServer((socket) => {
    answer = () => socket.write(answerWith(200));
  });
  const { url, clock, session, until, notices } = await listening({
    targets: [parseTarget(handler.url)],
    ending: { count: 2 },
    timeoutMs: 0,
  });
  await post(url, numberedWebhook(1));
  await post(url, numberedWebhook(2));
  await handler.untilRequests(1);
  await clock.advance(3_600_000);
  expect(notices("end")).toEqual([]);
  answer();
  await handler.untilRequests(2);
  answer();
  expect(await session.ended).toEqual(byItself);
  expect(await until("end")).toMatchObject([{ delivered: 2, failed: 0, undelivered: [] }]);
});

test("an end by itself with a failed delivery is a failure", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(500)));
  const { url, session, until } = await listening({ targets: [parseTarget(handler.url)], ending: { count: 1 } });
  await post(url, webhook());
  expect(await session.ended).toEqual({ interrupted: false, failed: true, missing: false });
  expect(await until("end")).toMatchObject([{ delivered: 0, failed: 1 }]);
});

test("a session whose signal has aborted already ends as soon as it has started", async () => {
  const { session, notices } = await listening({}, { signal: AbortSignal.abort() });
  expect(await session.ended).toEqual({ interrupted: true, failed: false, missing: false });
  expect(notices("ready")).toHaveLength(1);
});
