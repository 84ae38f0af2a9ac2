import { expect, test } from "vitest";
import { type Json, parsePath, setInText, unsetInText } from "../../src/events/index.ts";
import { cannotBeSet } from "../../src/events/sentences.ts";
import { refusal } from "../harness/refusal.ts";
import { valuesAt } from "../harness/values-at.ts";
import { setAt, unsetAt } from "../harness/changed-at.ts";

const order: Json = {
  status: "ACTIVE",
  discount: null,
  lines: [{ price: 1 }, { price: 2, unit: "USER" }, { unit: "ITEM" }],
  names: { "a.b": 1 },
};
const set = (path: string, value: Json, payload: Json = order) => setAt(payload, parsePath(path), value);
const unset = (path: string, payload: Json = order) => unsetAt(payload, parsePath(path));

test.each<[string, Json[]]>([
  ["status", ["ACTIVE"]],
  ["discount", [null]],
  ["lines[1].unit", ["USER"]],
  ["lines[*].price", [1, 2]],
  ['names["a.b"]', [1]],
  ["missing", []],
  ["missing.deeper[0]", []],
  ["lines[3]", []],
  ["lines.length", []],
  ["status[0]", []],
  ["status.length", []],
  ["names[*]", []],
  ["constructor", []],
  ["__proto__.toString", []],
])("at %s stands %j", (path, values) => {
  expect(valuesAt(order, parsePath(path))).toEqual(values);
});

test("setting keeps the order of the keys", () => {
  const { payload, changed } = set("status", "CANCELLED");
  expect(changed).toBe(1);
  expect(JSON.stringify(payload)).toBe(JSON.stringify(order).replace("ACTIVE", "CANCELLED"));
});

test("a wildcard sets every item that is there and counts them", () => {
  const { payload, changed } = set("lines[*].price", 9);
  expect(changed).toBe(3);
  expect(valuesAt(payload, parsePath("lines[*].price"))).toEqual([9, 9, 9]);
});

test.each([
  ["missing.deeper", { missing: { deeper: 1 } }],
  ["discount.price", { discount: { price: 1 } }],
  ["list[0].id", { list: [{ id: 1 }] }],
  ["discount[0]", { discount: [1] }],
])("what is missing or null on the way of %s is made", (path, expected) => {
  const { payload, changed } = set(path, 1, { discount: null });
  expect(changed).toBe(1);
  expect(payload).toMatchObject(expected);
});

test("an item is appended at the next free index only", () => {
  expect(set("lines[3]", "new")).toMatchObject({ changed: 1, payload: { lines: [{}, {}, {}, "new"] } });
  expect(set("lines[4]", "new")).toEqual({ payload: order, changed: 0 });
  expect(set("list[1].id", 1, {})).toEqual({ payload: {}, changed: 0 });
});

test("a wildcard over nothing changes nothing and makes no parents", () => {
  expect(set("list[*].id", 1, {})).toEqual({ payload: {}, changed: 0 });
  expect(set("a.list[*]", 1, { a: null })).toEqual({ payload: { a: null }, changed: 0 });
  expect(set("list[*]", 1, { list: [] })).toEqual({ payload: { list: [] }, changed: 0 });
});

test.each([
  ["status.code", "status", 'the string "ACTIVE"'],
  ["lines[1].price.net", "lines[1].price", "the number 2"],
  ["lines.price", "lines", "a list"],
  ["names[0]", "names", "an object"],
  ["names[*].id", "names", "an object"],
  ['names["a.b"].c', 'names["a.b"]', "the number 1"],
])("%s leads through %s, which has no such part", (path, place, there) => {
  const error = refusal(() => set(path, 1));
  expect(error.code).toBe("BAD_VALUE");
  expect(error.message).toBe(`${path} cannot be set: ${place} is ${there}.`);
  expect(error.hint).toBe(`Set ${place} itself, or choose another path.`);
});

test("a long text in the way is shortened, and a payload that is no object is named so", () => {
  const there = `the string "${"x".repeat(40)}…"`;
  expect(refusal(() => set("a.b", 1, { a: "x".repeat(5000) }))).toEqual(cannotBeSet("a.b", { place: "a", there }));
  expect(refusal(() => set("a", 1, true))).toEqual(cannotBeSet("a", { place: "the payload", there: "true" }));
});

test.each([
  ["status", 1, '{"list":[{"id":5},{"id":6}]}'],
  ["list", 1, '{"status":2}'],
  ["list[0]", 1, '{"status":2,"list":[{"id":6}]}'],
  ["list[*]", 2, '{"status":2,"list":[]}'],
  ["list[*].id", 2, '{"status":2,"list":[{},{}]}'],
  ["list[1].id", 1, '{"status":2,"list":[{"id":5},{}]}'],
])("taking away %s changes %i places", (path, changed, left) => {
  const payload: Json = { status: 2, list: [{ id: 5 }, { id: 6 }] };
  const result = unset(path, payload);
  expect(result.changed).toBe(changed);
  expect(JSON.stringify(result.payload)).toBe(left);
  expect(payload).toEqual({ status: 2, list: [{ id: 5 }, { id: 6 }] });
});

test.each([
  "missing",
  "missing.deeper",
  "status.code",
  "lines[3]",
  "lines[*].missing",
  "names[*]",
  "lines.price",
  "toString",
])("taking away %s, which is not there, changes nothing", (path) => {
  const result = unset(path);
  expect(result.changed).toBe(0);
  expect(result.payload).toEqual(order);
});

test("__proto__ and constructor are plain keys and never touch a prototype", () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    const { payload } = set(`${key}.polluted`, true, {});
    expect(JSON.stringify(payload)).toBe(`{"${key}":{"polluted":true}}`);
    expect(valuesAt(payload, parsePath(`${key}.polluted`))).toEqual([true]);
    expect(JSON.stringify(set("other", 1, payload).payload)).toBe(`{"${key}":{"polluted":true},"other":1}`);
    expect(JSON.stringify(unset(`${key}.polluted`, payload).payload)).toBe(`{"${key}":{}}`);
    expect(JSON.stringify(unset("other", set("other", 1, payload).payload).payload)).toContain("polluted");
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(Object.hasOwn(Object, "polluted")).toBe(false);
});

test("paths reach into a text that is too deep for JSON.stringify", () => {
  const nest = "[".repeat(100_000) + "]".repeat(100_000);
  const text = `{"status":"ACTIVE","nest":${nest}}`;
  expect(setInText(text, parsePath("status"), "1").text).toBe(`{"status":1,"nest":${nest}}`);
  expect(unsetInText(text, parsePath("nest")).text).toBe('{"status":"ACTIVE"}');
});
