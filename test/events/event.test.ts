import { expect, test } from "vitest";
import { describeEvent, type Json } from "../../src/events/index.ts";

const uuid = "429afed8-0000-4000-8000-000000000000";

function webhook(changes: Record<string, Json> = {}, resource: Record<string, Json> = {}): Json {
  return {
    uuid,
    timestamp: 1520929068925,
    resource: { type: "SUBSCRIPTION", uuid: "s-1", url: "https://m.example/s-1", content: { id: "s-1" }, ...resource },
    resourceAction: "CHANGED",
    ...changes,
  };
}

test("a webhook is named after its resource and action", () => {
  expect(describeEvent(webhook())).toEqual({
    name: "subscription.changed",
    known: true,
    uuid,
    timestamp: 1520929068925,
    resourceType: "SUBSCRIPTION",
    resourceUuid: "s-1",
    content: { id: "s-1" },
  });
});

test.each([
  ["SALES_LEAD", "ADDED", "sales_lead.added", true],
  ["LEAD", "ADDED", "sales_lead.added", true],
  ["OPPORTUNITY", "CHANGED", "sales_opportunity.changed", true],
  ["STAGING_PRODUCT", "REMOVED", "staging_product.removed", false],
  ["PARCEL", "ADDED", "parcel.added", false],
  ["USER", "SUSPENDED", "user.suspended", false],
  ["user", "ADDED", "user.added", false],
  ["USER", "added", "user.added", false],
])("type %s with action %s is named %s, documented: %s", (type, resourceAction, name, known) => {
  expect(describeEvent(webhook({ resourceAction }, { type }))).toMatchObject({ name, known, resourceType: type });
});

test.each<[string, Json]>([
  ["null", null],
  ["a number", 42],
  ["text", "subscription.changed"],
  ["a list", [webhook()]],
  ["an empty object", {}],
  ["no resource", { uuid, resourceAction: "ADDED" }],
  ["resource null", webhook({ resource: null })],
  ["resource a list", webhook({ resource: [{ type: "USER" }] })],
  ["type null", webhook({}, { type: null })],
  ["type a number", webhook({}, { type: 7 })],
  ["a type with path parts", webhook({}, { type: "../../etc/passwd" })],
  ["a type with a dot", webhook({}, { type: "USER.ADDED" })],
  ["a type of 65 letters", webhook({}, { type: "A".repeat(65) })],
  ["a type with a control character", webhook({}, { type: "USER\u001b[31m" })],
  ["no action", webhook({ resourceAction: null })],
  ["an action with path parts", webhook({ resourceAction: "../ADDED" })],
  ["only inherited keys", JSON.parse('{"__proto__":{"resource":{"type":"USER"},"resourceAction":"ADDED"}}')],
])("%s is an unknown event", (_, payload) => {
  expect(describeEvent(payload)).toMatchObject({ name: "unknown", known: false });
});

test.each<[string, Json]>([
  ["path parts", "../../etc/passwd"],
  ["10 kB", "a".repeat(10_240)],
  ["seven letters", "1234567"],
  ["a slash in the middle", "429afed8/0000"],
  ["a line break at the end", "429afed8-0000\n"],
  ["a dash first", "-rf-429afed8"],
  ["a number", 12345678],
  ["null", null],
])("a uuid that is %s is left out", (_, bad) => {
  const description = describeEvent(webhook({ uuid: bad }));
  expect(description).not.toHaveProperty("uuid");
  expect(description.name).toBe("subscription.changed");
});

test.each<[string, Json]>([
  ["text", "1520929068925"],
  ["null", null],
  ["infinite", JSON.parse("1e999")],
])("a timestamp that is %s is left out", (_, timestamp) => {
  expect(describeEvent(webhook({ timestamp }))).not.toHaveProperty("timestamp");
});

test("content that is no object is left out", () => {
  expect(describeEvent(webhook({}, { content: [1] }))).not.toHaveProperty("content");
  expect(describeEvent(webhook({}, { content: "text" }))).not.toHaveProperty("content");
});

test("a __proto__ key changes nothing and touches no prototype", () => {
  const payload: Json = JSON.parse('{"__proto__":{"polluted":1},"resource":{"__proto__":{"type":"USER"}}}');
  expect(describeEvent(payload)).toEqual({ name: "unknown", known: false });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("a nest of 100,000 brackets is described like anything else", () => {
  const nest: Json = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
  expect(describeEvent(nest)).toEqual({ name: "unknown", known: false });
  expect(describeEvent(webhook({}, { content: { nest } })).name).toBe("subscription.changed");
});
