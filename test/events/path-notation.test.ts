import { expect, test } from "vitest";
import { parseAssignment, parsePath } from "../../src/events/index.ts";
import { badPath } from "../../src/events/sentences.ts";
import { refusal } from "../harness/refusal.ts";

const key = (name: string) => ({ kind: "key", key: name });
const item = (index: number) => ({ kind: "item", index });
const every = { kind: "every" };

test.each([
  ["uuid", [key("uuid")]],
  ["resource.content.email", [key("resource"), key("content"), key("email")]],
  ["orderLines[0]", [key("orderLines"), item(0)]],
  ["orderLines[*].price", [key("orderLines"), every, key("price")]],
  ["[2][*].id", [item(2), every, key("id")]],
  ["custom-field.first_name.full name", [key("custom-field"), key("first_name"), key("full name")]],
  ['resource["a.b"].c', [key("resource"), key("a.b"), key("c")]],
  ["resource['a[0].b']", [key("resource"), key("a[0].b")]],
  ['["say \\"hi\\""]', [key('say "hi"')]],
  ['["*"]', [key("*")]],
  ["__proto__.constructor", [key("__proto__"), key("constructor")]],
  ["größe.名前", [key("größe"), key("名前")]],
])("the path %s is read step by step", (text, steps) => {
  expect(parsePath(text)).toEqual({ text, steps });
});

test.each([
  "",
  ".",
  "a.",
  ".a",
  "a..b",
  "a[",
  "a]",
  "a[]",
  "a[-1]",
  "a[1.5]",
  "a[x]",
  'a["b]',
  "a[b]c",
  "a.*",
  "*",
  "a[0]b",
  '["\\x"]',
  "a.[0]",
])("'%s' is not a payload path", (text) => {
  const error = refusal(() => parsePath(text));
  expect(error.code).toBe("BAD_VALUE");
  expect(error.message).toBe(`"${text}" is not a payload path.`);
  expect(error.hint).toBe(
    'Write it as resource.content.status, orderLines[0], orderLines[*].price or resource["a.b"].',
  );
});

test("a path of 100 steps is read", () => {
  expect(parsePath("a.".repeat(99) + "a").steps).toHaveLength(100);
});

test.each([101, 50_000])("a path of %d steps is refused", (steps) => {
  const error = refusal(() => parsePath("a.".repeat(steps - 1) + "a"));
  expect(error.code).toBe("BAD_VALUE");
  expect(error.message).toContain("has more than 100 steps");
});

test.each([
  ["status=CANCELLED", "CANCELLED"],
  ["status=", ""],
  ["status=a=b", "a=b"],
  ["count=42", 42],
  ["price=9.90", 9.9],
  ["active=true", true],
  ["endDate=null", null],
  ['id="42"', "42"],
  ['order={"id":"7","lines":[1]}', { id: "7", lines: [1] }],
  ["text={broken", "{broken"],
  ["text=[1,]", "[1,]"],
  ["text=NaN", "NaN"],
  ["spaced= x ", " x "],
])("the value of %s is JSON if it parses as JSON, else a string", (text, value) => {
  expect(JSON.parse(parseAssignment(text).json)).toEqual(value);
});

test("an assignment is split at the first = outside quotes", () => {
  expect(parseAssignment('resource["a=b"].c=d=e')).toEqual({
    path: { text: 'resource["a=b"].c', steps: [key("resource"), key("a=b"), key("c")] },
    json: '"d=e"',
  });
});

test("__proto__ in a value is a key like any other", () => {
  expect(parseAssignment('a={"__proto__":{"b":1}}').json).toBe('{"__proto__":{"b":1}}');
});

test.each(["status", "resource.content", 'resource["a=b"]'])("%s has no value", (text) => {
  const error = refusal(() => parseAssignment(text));
  expect(error.code).toBe("BAD_VALUE");
  expect(error.message).toBe(`"${text}" has no value.`);
  expect(error.hint).toBe("Write it as path=value, for example resource.content.status=CANCELLED.");
});

test.each(["=value", ".a=1", "a[=1", "a..b=1", "a]=1"])("%s has no usable path", (text) => {
  expect(refusal(() => parseAssignment(text))).toEqual(badPath(text));
});

test.each(["12345678901234567890", "9007199254740993", "1e999", "10.00", "-0"])(
  "the number %s keeps its digits",
  (number) => {
    expect(parseAssignment(`id=${number}`).json).toBe(number);
    expect(parseAssignment(`ids=[ 1, ${number} ]`).json).toBe(`[1,${number}]`);
  },
);
