import { expect, test } from "vitest";
import { startMarketplace } from "../../../src/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { openMarketplace } from "../../harness/marketplace.ts";
import { rejection } from "../../harness/rejection.ts";

test("an event is emitted by its name, by a pattern, or as a payload of one's own", async () => {
  const handler = await startHandler();
  const marketplace = await openMarketplace({ to: handler.url, seed: 1, at: "2026-01-15T09:00:00Z" });
  const set = { "resource.content.status": "SUSPENDED" };
  const emitted = [
    await marketplace.emit("subscription.changed", { set }),
    await marketplace.emit("*.removed"),
    await marketplace.emit({ anything: true }),
  ];
  expect(handler.bodies().map((body) => JSON.parse(body))).toEqual(emitted);
  expect(emitted[0]).toMatchObject({
    timestamp: Date.parse("2026-01-15T09:00:00Z"),
    resource: { type: "SUBSCRIPTION", content: { status: "SUSPENDED" } },
  });
  expect(marketplace.attempts().map(({ event }) => event)).toEqual([
    "subscription.changed",
    expect.stringMatching(/\.removed$/),
    "unknown",
  ]);
});

test("each target gets its own events", async () => {
  const [orders, users] = [await startHandler(), await startHandler()];
  const marketplace = await openMarketplace({ to: [`order.*=${orders.url}`, `user=${users.url}`] });
  await marketplace.emit("order.added");
  await marketplace.emit("user.removed");
  await marketplace.emit("invoice.added");
  expect([orders.bodies().length, users.bodies().length]).toEqual([1, 1]);
});

test("with a time scale its time is real, and goes on by itself", async () => {
  let failures = 2;
  const handler = await startHandler(() => (failures-- > 0 ? 500 : 200));
  const marketplace = await openMarketplace({ to: handler.url, timeScale: 100_000 });
  await marketplace.emit("user.added");
  await expect.poll(() => marketplace.attempts().map(({ status }) => status)).toEqual([500, 500, 200]);
  expect(await rejection(marketplace.clock.advance("1h"))).toMatchObject({
    code: "USAGE",
    message: "The time of this marketplace is real, because of timeScale, and cannot be moved.",
  });
});

test.each([
  [{ ports: 1 }, "USAGE", 'startMarketplace has no option "ports".'],
  [{ port: 70_000 }, "BAD_VALUE", "port 70000 is not a whole number from 0 to 65535."],
  [{ timeScale: 0 }, "BAD_VALUE", "timeScale 0 is not a number from 1."],
  [{ timeout: "soon" }, "BAD_VALUE", "timeout soon is not a duration such as 500ms, 30s or 4h."],
  [{ retryTail: "4h" }, "BAD_VALUE", "retryTail 4h is not a list of durations."],
  [{ auth: "hmac" }, "BAD_VALUE", "auth hmac is not one of none, token, oauth2-client, oauth2-password, oauth2."],
  [{ auth: "token" }, "USAGE", 'auth "token" needs token.'],
  [{ auth: "none", token: "sesame" }, "USAGE", 'auth "none" does not use token.'],
  [{ token: "a\nb" }, "BAD_VALUE", "token [redacted] has a character that a header cannot have."],
  [{ client: "sesame" }, "BAD_VALUE", "client [redacted] is not a name and a secret with a colon between them."],
  [{ tokenUrl: "nowhere" }, "BAD_VALUE", "tokenUrl nowhere is not an http:// or https:// address."],
])("options that cannot be used are refused: %j", async (options, code, message) => {
  expect(await rejection(startMarketplace(options as object))).toMatchObject({ code, message });
});

test.each([["soon"], [-1], [Number.NaN], [1e17]])("the clock cannot be moved by %s", async (by) => {
  const { clock } = await openMarketplace();
  expect(await rejection(clock.advance(by as number))).toMatchObject({
    code: "BAD_VALUE",
    message: `clock.advance cannot use ${by}.`,
  });
});

test("an event that does not exist is refused", async () => {
  const marketplace = await openMarketplace();
  const mistyped = "subscribtion.added" as "subscription.added";
  expect(await rejection(marketplace.emit(mistyped))).toMatchObject({ code: "UNKNOWN_EVENT" });
});

test.each([[undefined], [null], [7], [["order.added"]]])("%s is no event", async (event) => {
  const marketplace = await openMarketplace();
  expect(await rejection(marketplace.emit(event as unknown as "order.added"))).toMatchObject({
    code: "BAD_VALUE",
    message: "emit was given neither the name of an event nor a payload.",
  });
});

test("once it is closed, it answers nobody, and nothing is sent", async () => {
  const handler = await startHandler(() => 503);
  const marketplace = await startMarketplace({ to: handler.url, timeScale: 100_000 });
  await marketplace.emit("user.added");
  await marketplace.close();
  await marketplace.close();
  const sent = handler.bodies().length;
  expect(await rejection(marketplace.emit("user.added"))).toMatchObject({ message: "This marketplace is closed." });
  await expect(fetch(marketplace.url)).rejects.toThrow("fetch failed");
  expect(handler.bodies()).toHaveLength(sent);
});
