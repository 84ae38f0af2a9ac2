import { expect, test } from "vitest";
import type { Json } from "../../../src/events/index.ts";
import type { Change } from "../../../src/marketplace/simulator/change.ts";
import { MarketplaceState } from "../../../src/marketplace/simulator/state.ts";

const at = "2026-11-29T14:05:11.000Z";

interface Told {
  url?: string;
  content?: Json;
  action?: string;
}

/** An event about a resource; without an id, nobody takes it. */
function told(id: string | undefined, { url, content, action = "CHANGED" }: Told): Change {
  const resource = { ...(url !== undefined && { url }), ...(content !== undefined && { content }) };
  const entries = id === undefined ? [] : [{ id, webhook: "w", url: "http://localhost/" }];
  return { type: "event", at, event: "user.changed", payload: { resource, resourceAction: action }, entries };
}

function delivered(entry: string): Change {
  return { type: "attempt", entry, attempt: { number: 1, at, ms: 1, delivered: true } };
}

function stateOf(changes: readonly Change[], entries = 100): MarketplaceState {
  const state = new MarketplaceState({ entries, bodyBytes: 10_000 });
  const webhook = {
    id: "w",
    url: "http://localhost/",
    events: "*",
    authentication: { scheme: "none", credentials: {} },
  };
  state.apply({ type: "webhook", webhook } as Change);
  for (const change of changes) state.apply(change);
  return state;
}

test("the content of a resource is the latest that was told, whatever the origin", () => {
  const state = stateOf([
    told("e1", { url: "https://one.example/api/users/1", content: { name: "Ada" }, action: "ADDED" }),
    told("e2", { url: "https://one.example/api/users/2", content: { name: "Bob" }, action: "ADDED" }),
    told("e3", { url: "http://localhost:8080/api/users/1", content: { name: "Eve", roles: [1.5, null] } }),
  ]);
  expect(state.content("/api/users/1")).toBe('{"name":"Eve","roles":[1.5,null]}');
  expect(state.content("/api/users/2")).toBe('{"name":"Bob"}');
  expect(state.content("/api/users/3")).toBeUndefined();
});

test.each([
  ["https://one.example/a/../b/%7e?x=1&y=%20#part", "/a/../b/%7e?x=1&y=%20"],
  ["https://one.example", "/"],
  ["https://one.example?x=1", "/?x=1"],
  ["HTTPS://one.example:8443/a b?c?d/e", "/a b?c?d/e"],
  ["/api/users/1", "/api/users/1"],
])("what was told of %s is found at %s, to the letter", (url, path) => {
  const state = stateOf([told("e", { url, content: {} })]);
  expect(state.content(path)).toBe("{}");
  expect(state.content(`${path}/`)).toBeUndefined();
  expect(state.content(`${path}?`)).toBeUndefined();
});

test("what is removed has no content, until it is told again", () => {
  const url = "https://one.example/api/users/1";
  const state = stateOf([told("e1", { url, content: {} }), told("e2", { url, action: "REMOVED" })]);
  expect(state.content("/api/users/1")).toBeUndefined();
  state.apply(told("e3", { url, content: { name: "Ada" } }));
  expect(state.content("/api/users/1")).toBe('{"name":"Ada"}');
  state.apply(told("e4", { url, content: { name: "Ada" }, action: "REMOVED" }));
  expect(state.content("/api/users/1")).toBeUndefined();
});

test("an event that has no content, or no address, leaves what there was", () => {
  const url = "https://one.example/api/users/1";
  const state = stateOf([told("e1", { url, content: [1] }), told("e2", { url }), told("e3", { content: [2] })]);
  state.apply({ type: "event", at, event: "unknown", payload: { resource: "user" }, entries: [] });
  expect(state.content("/api/users/1")).toBe("[1]");
});

test("with the entries that are forgotten goes what only they told", () => {
  const url = (number: number) => `https://one.example/api/users/${number}`;
  const changes = [1, 2, 3].map((number) => told(`e${number}`, { url: url(number), content: number }));
  const state = stateOf([...changes, delivered("e1"), delivered("e2")], 1);
  expect([1, 2, 3].map((number) => state.content(`/api/users/${number}`))).toEqual([undefined, "2", "3"]);
});

test("who is told an earlier event late finds the latest content, also when the later event is forgotten", () => {
  const url = "https://one.example/api/users/1";
  const state = stateOf([told("e1", { url, content: "old" }), told("e2", { url, content: "new" }), delivered("e2")], 0);
  expect([state.entry("e2"), state.content("/api/users/1")]).toEqual([undefined, '"new"']);
  state.apply(delivered("e1"));
  expect(state.content("/api/users/1")).toBeUndefined();
});

test("an event that nobody takes is told too, and is forgotten in its turn", () => {
  const url = (number: number) => `https://one.example/api/users/${number}`;
  const state = stateOf(
    [1, 2, 3].map((number) => told(undefined, { url: url(number), content: number })),
    2,
  );
  expect([1, 2, 3].map((number) => state.content(`/api/users/${number}`))).toEqual([undefined, "2", "3"]);
});
