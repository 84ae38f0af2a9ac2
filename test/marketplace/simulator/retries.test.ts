import { expect, test } from "vitest";
import { startHandler } from "../../harness/handler.ts";
import { ApiProgram, openMarketplace } from "../../harness/marketplace.ts";

const at = "2026-01-15T09:00:00Z";

/**
 * Of the table in developer.appdirect.com/webhooks/webhookFAQ, added up by hand; the last four are where the waits would
 * be 4, 8, 16 and 32 hours, which nothing confirms.
 */
const documented = [
  "2026-01-15T09:00:00.000Z",
  "2026-01-15T09:05:00.000Z",
  "2026-01-15T09:15:00.000Z",
  "2026-01-15T09:35:00.000Z",
  "2026-01-15T10:15:00.000Z",
  "2026-01-15T11:15:00.000Z",
  "2026-01-15T13:15:00.000Z",
];
const unconfirmed = [
  "2026-01-15T17:15:00.000Z",
  "2026-01-16T01:15:00.000Z",
  "2026-01-16T17:15:00.000Z",
  "2026-01-18T01:15:00.000Z",
];

async function handlerDown(options: { until?: string; now?: () => Date } = {}) {
  const state = { until: options.until, now: () => new Date(at) };
  const handler = await startHandler(() =>
    state.until !== undefined && state.now() >= new Date(state.until) ? 200 : 503,
  );
  return { handler, state };
}

test("a handler that is down all the time gets the eleven attempts at the documented times, and no more", async () => {
  const { handler } = await handlerDown();
  const marketplace = await openMarketplace({ to: handler.url, at });
  await marketplace.emit("subscription.added");
  await marketplace.clock.advance("30d");
  const attempts = marketplace.attempts();
  expect(attempts.map((attempt) => attempt.at.toISOString())).toEqual([...documented, ...unconfirmed]);
  expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(attempts.map(({ nextAt }) => nextAt?.toISOString())).toEqual([
    ...documented.slice(1),
    ...unconfirmed,
    undefined,
  ]);
  expect(new Set(attempts.map(({ status, reason, delivered }) => `${status} ${reason} ${delivered}`))).toEqual(
    new Set(["503 503 false"]),
  );
  expect(new Set(handler.bodies()).size).toBe(1);
  expect(handler.bodies()).toHaveLength(11);
});

test("a handler that comes back after three hours gets it at the next attempt, and never again", async () => {
  const { handler, state } = await handlerDown({ until: "2026-01-15T12:00:00Z" });
  const marketplace = await openMarketplace({ to: handler.url, at });
  state.now = () => marketplace.clock.now();
  await marketplace.emit("order.added");
  await marketplace.clock.advance("30d");
  const attempts = marketplace.attempts();
  expect(attempts.map((attempt) => attempt.at.toISOString())).toEqual(documented);
  expect(attempts.map(({ delivered }) => delivered)).toEqual([false, false, false, false, false, false, true]);
});

test("time stands still between two attempts until it is moved", async () => {
  const { handler } = await handlerDown();
  const marketplace = await openMarketplace({ to: handler.url, at });
  await marketplace.emit("user.added");
  await marketplace.clock.advance(5 * 60_000 - 1);
  expect(handler.bodies()).toHaveLength(1);
  await marketplace.clock.advance("1ms");
  expect(handler.bodies()).toHaveLength(2);
});

test("the waits that nothing confirms are a setting", async () => {
  const { handler } = await handlerDown();
  const marketplace = await openMarketplace({ to: handler.url, at, retryTail: ["1h"] });
  await marketplace.emit("user.removed");
  await marketplace.clock.advance("30d");
  expect(marketplace.attempts().map((attempt) => attempt.at.toISOString())).toEqual([
    ...documented,
    "2026-01-15T14:15:00.000Z",
  ]);
});

test("what was given up stands in the log as failed, and is delivered when it is resent", async () => {
  const { handler, state } = await handlerDown();
  const marketplace = await openMarketplace({ to: handler.url, at });
  const { uuid } = await marketplace.emit("company.added");
  const api = await ApiProgram.open(marketplace.url);
  const pending = await api.ask("GET", "/simulator/v1/events?status=pending");
  expect(pending.answer.events).toMatchObject([{ uuid, status: "pending", nextAt: documented[1] }]);
  await marketplace.clock.advance("30d");
  const later = await ApiProgram.open(marketplace.url);
  const { answer } = await later.ask("GET", "/simulator/v1/events?status=failed&resource=COMPANY&action=ADDED");
  expect(answer).toMatchObject({ total: 1, events: [{ uuid, event: "company.added", status: "failed" }] });
  expect(answer.events[0]).not.toHaveProperty("nextAt");
  expect(answer.events[0].attempts).toHaveLength(11);
  state.until = at;
  state.now = () => marketplace.clock.now();
  const resent = await later.ask("POST", `/simulator/v1/events/${answer.events[0].id}/resend`);
  expect(resent).toMatchObject({ status: 200, answer: { status: "successful" } });
  expect(resent.answer.attempts.at(-1)).toEqual({
    number: 12,
    at: "2026-02-14T09:00:00.000Z",
    ms: expect.any(Number),
    delivered: true,
    status: 200,
    isManual: true,
  });
  expect(await later.ask("POST", `/simulator/v1/events/${answer.events[0].id}/resend`)).toEqual({
    status: 409,
    answer: { error: "The event is successful; only a failed one is resent." },
  });
});

test("what is resent and fails stays failed, and is not planned again", async () => {
  const { handler } = await handlerDown();
  const marketplace = await openMarketplace({ to: handler.url, at });
  await marketplace.emit("company.added");
  await marketplace.clock.advance("30d");
  const api = await ApiProgram.open(marketplace.url);
  const [{ id }] = (await api.ask("GET", "/simulator/v1/events")).answer.events;
  expect((await api.ask("POST", `/simulator/v1/events/${id}/resend`)).answer).toMatchObject({ status: "failed" });
  await marketplace.clock.advance("30d");
  expect(handler.bodies()).toHaveLength(12);
});
