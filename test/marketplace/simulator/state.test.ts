import { expect, test } from "vitest";
import { HooksError } from "../../../src/errors.ts";
import type { JsonObject } from "../../../src/events/index.ts";
import type { Change } from "../../../src/marketplace/simulator/change.ts";
import type { LoggedAttempt } from "../../../src/marketplace/simulator/log-entry.ts";
import { MarketplaceState } from "../../../src/marketplace/simulator/state.ts";

const at = "2026-11-29T14:05:11.000Z";
const nextAt = "2026-11-29T15:05:11.000Z";

function webhook(id: string, different: { url?: string; events?: string } = {}): Change {
  const authentication = { scheme: "none", credentials: {} } as const;
  return { type: "webhook", webhook: { id, url: `http://localhost/${id}`, events: "*", authentication, ...different } };
}

/** An event with entries at webhook `w`, or at those that stand behind an `@`: `e1@w2`. */
function event(entries: readonly string[], payload: JsonObject = {}): Change {
  const told = entries.map((text) => {
    const [id = "", taker = "w"] = text.split("@");
    return { id, webhook: taker, url: `http://localhost/${taker}` };
  });
  return { type: "event", at, event: "subscription.added", payload, entries: told };
}

function attempt(entry: string, different: Partial<LoggedAttempt> = {}): Change {
  return { type: "attempt", entry, attempt: { number: 1, at, ms: 12, delivered: false, ...different } };
}

const delivered = (entry: string) => attempt(entry, { delivered: true });
const gaveUp = (entry: string) => attempt(entry);
const deleted = (id: string): Change => ({ type: "webhook deleted", id });

/** With a webhook `w` that takes everything. */
function stateOf(changes: readonly Change[], limits?: { entries: number; bodyBytes: number }): MarketplaceState {
  const state = new MarketplaceState(limits);
  for (const change of [webhook("w"), ...changes]) state.apply(change);
  return state;
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

test("a marketplace begins with nothing", () => {
  const state = new MarketplaceState();
  expect([state.webhooks(), state.entries(), state.pending(), state.pendingCount]).toEqual([[], [], [], 0]);
  expect([
    state.webhook("w"),
    state.entry("e"),
    state.body("e"),
    state.content("/"),
    state.takers("user.added"),
  ]).toEqual([undefined, undefined, undefined, undefined, []]);
});

test("webhooks stand in the order of their creation, one that is updated in its place", () => {
  const state = stateOf([webhook("a"), webhook("b"), webhook("w", { url: "http://localhost/new" }), deleted("a")]);
  expect(idsOf(state.webhooks())).toEqual(["w", "b"]);
  expect(state.webhook("w")?.url).toBe("http://localhost/new");
  expect(state.webhook("a")).toBeUndefined();
  state.apply(webhook("a"));
  expect(idsOf(state.webhooks())).toEqual(["w", "b", "a"]);
});

test("the webhooks whose patterns an event fits take it, as they were last updated", () => {
  const state = stateOf([
    webhook("orders", { events: "order" }),
    webhook("added", { events: "*.added,!user" }),
    webhook("w", { events: "user.changed" }),
  ]);
  expect(idsOf(state.takers("order.added"))).toEqual(["orders", "added"]);
  expect(idsOf(state.takers("user.added"))).toEqual([]);
  state.apply(webhook("orders", { events: "user" }));
  expect(idsOf(state.takers("order.added"))).toEqual(["added"]);
  state.apply(deleted("added"));
  expect(idsOf(state.takers("user.added"))).toEqual(["orders"]);
});

test("a webhook whose patterns fit nothing is refused and changes nothing", () => {
  const state = stateOf([]);
  expect(() => state.apply(webhook("w", { events: "usr.adedd" }))).toThrow(HooksError);
  expect(state.webhook("w")?.events).toBe("*");
});

test("an event makes a pending entry at each webhook", () => {
  const state = stateOf([webhook("v"), event(["e1", "e2@v"], { uuid: "429afed8-0001" })]);
  expect(state.entry("e2")).toEqual({
    id: "e2",
    webhook: "v",
    url: "http://localhost/v",
    event: "subscription.added",
    uuid: "429afed8-0001",
    happenedAt: at,
    status: "pending",
    attempts: [],
  });
  expect(state.pendingCount).toBe(2);
});

test("the entries come newest first, the pending ones oldest first", () => {
  const state = stateOf([event(["e1"]), event(["e2", "e3"]), event(["e4"]), delivered("e2")]);
  expect(idsOf(state.entries())).toEqual(["e4", "e3", "e2", "e1"]);
  expect(idsOf(state.pending())).toEqual(["e1", "e3", "e4"]);
  expect(state.pendingCount).toBe(3);
  state.apply(attempt("e1", { nextAt })); // keeps its place
  expect(idsOf(state.entries())).toEqual(["e4", "e3", "e2", "e1"]);
  expect(idsOf(state.pending())).toEqual(["e1", "e3", "e4"]);
});

const manual = { isManual: true } as const;
const later = "2026-11-29T18:05:11.000Z";
test.each<[string, Partial<LoggedAttempt>[], string, string | undefined]>([
  ["delivered at once", [{ delivered: true }], "successful", undefined],
  ["failed, and to be tried again", [{ nextAt }], "pending", nextAt],
  ["failed twice, and to be tried again", [{ nextAt }, { nextAt: later }], "pending", later],
  ["delivered the second time", [{ nextAt }, { delivered: true }], "successful", undefined],
  ["failed for the last time", [{ nextAt }, {}], "failed", undefined],
  ["failed when somebody asked for it, before the first try", [{ ...manual }], "pending", undefined],
  ["failed when somebody asked for it, between two tries", [{ nextAt }, { ...manual }], "pending", nextAt],
  [
    "failed when somebody asked for it, with another time",
    [{ nextAt }, { ...manual, nextAt: later }],
    "pending",
    nextAt,
  ],
  [
    "delivered when somebody asked for it, between two tries",
    [{ nextAt }, { ...manual, delivered: true }],
    "successful",
    undefined,
  ],
  [
    "delivered when somebody asked for it, after it was given up",
    [{}, { ...manual, delivered: true }],
    "successful",
    undefined,
  ],
  ["failed when somebody asked for it, after it was given up", [{}, { ...manual }], "failed", undefined],
  ["failed after it was given up", [{}, { nextAt }], "failed", undefined],
  [
    "failed when somebody asked for it, after it was delivered",
    [{ delivered: true }, { ...manual }],
    "successful",
    undefined,
  ],
])("an entry that was %s is so", (_, attempts, status, next) => {
  const state = stateOf([event(["e"]), ...attempts.map((one) => attempt("e", one))]);
  expect(state.entry("e")).toMatchObject({ status, attempts });
  expect(state.entry("e")?.nextAt).toBe(next);
  expect(state.pendingCount).toBe(status === "pending" ? 1 : 0);
});

test("what was read before an attempt stays as it was", () => {
  const state = stateOf([event(["e"])]);
  const before = state.entry("e");
  state.apply(attempt("e", { nextAt }));
  expect(before).toMatchObject({ attempts: [], status: "pending" });
});

test("with a webhook its pending entries fail, and nobody else's", () => {
  const changes = [event(["e1", "e2@v"]), event(["e3"]), delivered("e1"), attempt("e3", { nextAt }), deleted("w")];
  const state = stateOf([webhook("v"), ...changes]);
  expect(state.entries().map(({ id, status }) => `${id} ${status}`)).toEqual([
    "e3 failed",
    "e2 pending",
    "e1 successful",
  ]);
  expect(state.entry("e3")?.nextAt).toBeUndefined();
  expect(idsOf(state.pending())).toEqual(["e2"]);
});

test("a delivery that was under way when its webhook was deleted counts", () => {
  const state = stateOf([event(["e"]), deleted("w"), delivered("e")]);
  expect(state.entry("e")?.status).toBe("successful");
});

test("an event for a webhook that is deleted already fails there", () => {
  const state = stateOf([event(["e1@gone", "e2"])]);
  expect([state.entry("e1")?.status, state.entry("e2")?.status, state.pendingCount]).toEqual(["failed", "pending", 1]);
});

test("an attempt of an entry that nobody knows changes nothing", () => {
  const state = stateOf([event(["e"]), delivered("other")]);
  expect(idsOf(state.entries())).toEqual(["e"]);
});

test("the body of an entry is its payload as JSON", () => {
  const state = stateOf([event(["e1", "e2"], { uuid: "1", note: "Zoë" })]);
  expect([state.body("e1"), state.body("e2")]).toEqual(['{"uuid":"1","note":"Zoë"}', '{"uuid":"1","note":"Zoë"}']);
});

test("finished entries beyond the limit are forgotten, what was finished first before the rest; pending ones never", () => {
  const ids = ["e1", "e2", "e3", "e4", "e5"];
  const state = stateOf([...ids.map((id) => event([id])), delivered("e4"), gaveUp("e2")], {
    entries: 2,
    bodyBytes: 1_000,
  });
  expect(idsOf(state.entries())).toEqual(["e5", "e4", "e3", "e2", "e1"]);
  state.apply(delivered("e3"));
  expect(idsOf(state.entries())).toEqual(["e5", "e3", "e2", "e1"]);
  expect([state.body("e4"), state.body("e2")]).toEqual([undefined, "{}"]);
  state.apply(deleted("w"));
  expect(idsOf(state.entries())).toEqual(["e5", "e1"]);
});

test("a failed entry that is delivered after all keeps its turn", () => {
  const state = stateOf([event(["e1"]), gaveUp("e1"), event(["e2"]), gaveUp("e2"), delivered("e1")], {
    entries: 2,
    bodyBytes: 1_000,
  });
  for (const change of [event(["e3"]), gaveUp("e3")]) state.apply(change);
  expect(idsOf(state.entries())).toEqual(["e3", "e2"]);
});

/** Its body has 30 bytes, for ë has two: `{"note":"` and `"}` are 11. */
const thirtyBytes = { note: `ë${"x".repeat(17)}` };

test("finished entries with more bytes of bodies than the limit are forgotten, a shared body counting once", () => {
  const limits = { entries: 100, bodyBytes: 60 };
  const state = stateOf([event(["e1", "e2"], thirtyBytes), event(["e3"], thirtyBytes)], limits);
  for (const id of ["e1", "e2", "e3"]) state.apply(delivered(id));
  expect(idsOf(state.entries())).toEqual(["e3", "e2", "e1"]);
  for (const change of [event(["e4"], {}), delivered("e4")]) state.apply(change); // two bytes too many
  expect(idsOf(state.entries())).toEqual(["e4", "e3"]);
  for (const change of [event(["e5"], { note: "x".repeat(17) }), delivered("e5")]) state.apply(change); // 28: all fit
  expect(idsOf(state.entries())).toEqual(["e5", "e4", "e3"]);
});

test("the body that a pending entry shares with a forgotten one stays", () => {
  const state = stateOf([event(["e1", "e2"], thirtyBytes), delivered("e1")], { entries: 100, bodyBytes: 29 });
  expect([state.entry("e1"), state.body("e1"), state.body("e2")?.length]).toEqual([undefined, undefined, 29]);
});

test("10,000 finished entries are remembered", () => {
  const state = stateOf([]);
  for (let number = 1; number <= 25_000; number += 1)
    for (const change of [event([`e${number}`]), delivered(`e${number}`)]) state.apply(change);
  const entries = state.entries();
  expect([entries.length, entries[0]?.id, entries.at(-1)?.id]).toEqual([10_000, "e25000", "e15001"]);
});

test("64 MB of bodies are remembered", () => {
  const state = stateOf([]);
  for (let number = 1; number <= 70; number += 1) {
    const payload = { note: "x".repeat(1024 ** 2 - 11) }; // a body of 1 MB
    for (const change of [event([`e${number}`], payload), delivered(`e${number}`)]) state.apply(change);
  }
  expect([state.entries().length, state.entries().at(-1)?.id]).toEqual([64, "e7"]);
});
