import { expect, test } from "vitest";
import { type Json, validatePayload } from "../../../src/events/index.ts";
import { writtenByHand } from "./written-by-hand.ts";

const webhook = "an object with uuid, timestamp, resource, resourceAction";

test.each<[string, Json, string]>([
  ["null", null, "null"],
  ["a text", "resource", "a text"],
  ["a number", 7, "a number"],
  ["a list", [1], "a list"],
  ["an object of another kind", { a: 1 }, "an object without any field of a webhook"],
  [
    "an integration event",
    { type: "SUBSCRIPTION_ORDER", marketplace: {} },
    "an integration event (SUBSCRIPTION_ORDER)",
  ],
  [
    "one in a gateway's wrapper",
    { app: "x", payload: { event: { type: "USER_ASSIGNMENT", marketplace: {} } } },
    "an integration event (USER_ASSIGNMENT)",
  ],
  ["an odd type", { type: "\u001b[31m", marketplace: {} }, "an integration event (of a type that is not documented)"],
])("%s is no webhook, and only that is said", (_what, payload, found) => {
  expect(validatePayload(payload)).toMatchObject({
    valid: false,
    issues: [{ severity: "error", kind: "no webhook", path: "", found, documented: webhook }],
  });
});

test("the documentation's own envelope, with an empty resource, lacks its type and uuid", () => {
  const payload = { uuid: "429afed8-0000-4434-90e0-127083b025c1", timestamp: 1_487_230_205_455, resource: {} };
  const { issues } = validatePayload({ ...payload, resourceAction: "REMOVED" });
  expect(issues.map(({ path, kind }) => [path, kind])).toEqual([
    ["resource.type", "missing"],
    ["resource.uuid", "missing"],
  ]);
});

test("a resource that is not documented is a note, and its envelope is looked at", () => {
  const payload = { ...writtenByHand.user, resource: { type: "PARCEL", uuid: 7, content: "x" } };
  expect(validatePayload(payload).issues).toMatchObject([
    {
      severity: "note",
      kind: "unknown word",
      path: "resource.type",
      found: 'the text "PARCEL"',
      documented: expect.stringMatching(/^one of USER, COMPANY, /),
    },
    { severity: "error", kind: "wrong value", path: "resource.uuid" },
    { severity: "error", kind: "wrong value", path: "resource.content", documented: "an object, or null" },
  ]);
});

test("what was redacted fits everywhere", () => {
  const payload = { ...writtenByHand.user, uuid: "[redacted]", timestamp: "[redacted]", resource: "[redacted]" };
  expect(validatePayload(payload, { withheld: "[redacted]" })).toEqual({ valid: true, issues: [], isCut: false });
  expect(validatePayload(payload).valid).toBe(false);
});

test("the value of a secret field is not told, and no advice is given that has it", () => {
  const resource = { ...Object(writtenByHand.user["resource"]), content: { password: "s3cr3t", email: 12_345 } };
  const isSecret = (name: string) => name === "password" || name === "email";
  const text = JSON.stringify(validatePayload({ ...writtenByHand.user, resource }, { isSecret }).issues);
  expect(text).toContain('"found":"a text","documented":"null"');
  expect(text).not.toMatch(/s3cr3t|12345/);
});

const withContent = (content: Json) => ({
  ...writtenByHand.user,
  resource: { ...Object(writtenByHand.user["resource"]), content },
});
const many = <Item>(item: (index: number) => Item) => Array.from({ length: 300_000 }, (_, index) => item(index));

test("a payload with a million mistakes ends at as many as are enough", () => {
  const payload = withContent({ memberships: many(() => ({})) });
  const errors = (most?: number) => {
    const { issues, isCut } = validatePayload(payload, { most, errorsOnly: true });
    return [issues.length, isCut];
  };
  expect(errors()).toEqual([1_000, true]);
  expect(errors(3)).toEqual([3, true]);
});

test("behind any number of notes an error is found", () => {
  const fields = Object.fromEntries(many((index) => [`field-${index}`, 1]));
  const { valid, issues, isCut } = validatePayload({ ...writtenByHand.user, resourceAction: 7, ...fields });
  expect([valid, isCut, issues.length]).toEqual([false, true, 1_001]);
  expect(issues.filter(({ severity }) => severity === "error").map(({ path }) => path)).toEqual(["resourceAction"]);
  expect(validatePayload({ ...writtenByHand.user, ...fields }, { errorsOnly: true }).issues).toEqual([]);
});

test("as many as are enough and no more are all of them", () => {
  const { uuid: _uuid, timestamp: _timestamp, ...rest } = writtenByHand.quote;
  expect(validatePayload(rest, { most: 2 })).toMatchObject({
    issues: [{ path: "uuid" }, { path: "timestamp" }],
    isCut: false,
  });
});

test("keys that objects inherit are fields like others", () => {
  const payload: Json = JSON.parse(
    `{"uuid":"12345678","__proto__":{"resource":1},"constructor":1,"resourceAction":"ADDED"}`,
  );
  expect(validatePayload(payload).issues.map(({ path }) => path)).toEqual([
    "timestamp",
    "resource",
    "__proto__",
    "constructor",
  ]);
});

test("a nest of any depth is no trouble", () => {
  let deep: Json = {};
  for (let depth = 0; depth < 200_000; depth += 1) deep = { a: deep };
  const resource = { ...Object(writtenByHand.quote["resource"]), content: deep };
  expect(validatePayload({ ...writtenByHand.quote, resource }).issues).toEqual([]);
});

test("long values are shortened", () => {
  const { issues } = validatePayload({ ...writtenByHand.quote, timestamp: "x".repeat(5000) });
  expect(issues[0]?.found).toBe(`the text "${"x".repeat(60)}…"`);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "%d, which JSON does not have, is not advised as a timestamp",
  (timestamp) => {
    const [issue] = validatePayload({ ...writtenByHand.user, timestamp }).issues;
    expect([issue?.path, issue?.advice]).toEqual(["timestamp", undefined]);
  },
);

test.each([
  [100_000_000, "This looks like seconds; in milliseconds that is 100000000000."],
  [99_999_999, undefined],
])("a timestamp of %d is taken for seconds from the year 1973 on", (timestamp, advice) => {
  expect(validatePayload({ ...writtenByHand.user, timestamp }).issues[0]?.advice).toBe(advice);
});
