import { expect, test } from "vitest";
import { describeEvent, eventHeadline, type Json, namesTold } from "../../src/events/index.ts";
import { eventNames } from "../../src/events/names.ts";
import { resources } from "../../src/events/resources/index.ts";

const known = new Map([
  ["company company-uuid", "Acme Corp"],
  ["user user-uuid", "Ada Example"],
]);
const names = (resource: string, id: string) => known.get(`${resource} ${id}`);

function headline(type: string, content: Json, resourceUuid: Json = "r-1"): string[] {
  const payload = { resource: { type, uuid: resourceUuid, content }, resourceAction: "CHANGED" };
  return eventHeadline(describeEvent(payload), names);
}

const line = { applicationName: "CRM", editionName: "Pro" };
const company = { id: "company-uuid", href: "https://m.example/c" };

test.each<[string, Json, string[]]>([
  ["USER", { firstName: "Ada", lastName: "Example", email: "ada@acme.example" }, ["Ada Example", "ada@acme.example"]],
  ["USER", { firstName: "Ada", lastName: null }, ["Ada"]],
  ["COMPANY", { name: "Acme Corp" }, ["Acme Corp"]],
  ["MEMBERSHIP", { firstName: "Ada", lastName: "Example" }, ["Ada Example"]],
  ["SUBSCRIPTION", { company, order: { orderLines: [line] } }, ["Acme Corp", "CRM Pro"]],
  ["SUBSCRIPTION", { company: { id: "stranger" }, order: { orderLines: [line] } }, ["CRM Pro"]],
  ["SUBSCRIPTION", { company, order: { orderLines: [] } }, ["Acme Corp"]],
  ["ORDER", { company, orderLines: [line], totalPrice: 62.5, currency: "EUR" }, ["Acme Corp", "CRM Pro", "62.50 EUR"]],
  ["INVOICE", { id: "17", invoiceNumber: null, status: "UNPAID" }, ["17", "UNPAID"]],
  [
    "APP_ASSIGNMENT",
    { userUuid: "user-uuid", companyUuid: "company-uuid", status: "ACTIVE" },
    ["Ada Example", "Acme Corp", "ACTIVE"],
  ],
  ["CATALOG_PRODUCT", { application: { id: 123456, name: "CRM" } }, ["CRM"]],
  ["STAGING_PRODUCT", { name: "CRM", provider: { name: "Vendor" } }, ["CRM", "Vendor"]],
  ["DISCOUNT", { code: "SPRING", applicationName: "CRM" }, ["SPRING", "CRM"]],
  [
    "PAYMENT_INSTRUMENT",
    { company, user: { id: "user-uuid" }, accountDisplay: "**** 4242" },
    ["Acme Corp", "Ada Example"],
  ],
  ["LEAD", { name: "not documented" }, []],
  ["PARCEL", { name: "not ours" }, []],
])("%s with %j is headed %j", (type, content, expected) => {
  expect(headline(type, content)).toEqual(expected);
});

test("a removed resource is headed by its name, where an earlier event told it, else by its uuid", () => {
  const removed = describeEvent({ resource: { type: "COMPANY", uuid: "company-uuid" }, resourceAction: "REMOVED" });
  expect(eventHeadline(removed, names)).toEqual(["Acme Corp"]);
  expect(eventHeadline(removed)).toEqual(["company-uuid"]);
});

test("an event tells its name for the ids it has", () => {
  const told = (type: string, content: Json) =>
    Object.fromEntries(namesTold(describeEvent({ resource: { type, uuid: "u-1", content }, resourceAction: "ADDED" })));
  expect(told("COMPANY", { id: "external-7", name: "Acme Corp" })).toEqual({
    "company/u-1": "Acme Corp",
    "company/external-7": "Acme Corp",
  });
  expect(told("USER", { id: "u-1", firstName: "Ada", lastName: "Example" })).toEqual({ "user/u-1": "Ada Example" });
  expect(told("USER", { id: 7, email: "ada@acme.example" })).toEqual({ "user/u-1": "ada@acme.example" });
  expect(told("COMPANY", { id: "c-1", name: null })).toEqual({});
  expect(told("ORDER", { id: 4395 })).toEqual({});
});

test("no content of any shape breaks a headline", () => {
  const oddities: Json[] = [
    null,
    true,
    0,
    "",
    "  ",
    [],
    {},
    [[]],
    [{ id: [] }],
    "x".repeat(10_000),
    JSON.parse('{"__proto__":{"name":1}}'),
  ];
  const keys = [
    "id",
    "name",
    "firstName",
    "lastName",
    "email",
    "code",
    "company",
    "user",
    "order",
    "orderLines",
    "application",
    "provider",
    "status",
    "userUuid",
    "totalPrice",
  ];
  for (const definition of Object.values(resources)) {
    for (const oddity of oddities) {
      const content = Object.fromEntries(keys.map((key) => [key, oddity]));
      const parts = headline(definition.type, content, oddity);
      expect(parts.every((part) => typeof part === "string" && part.trim() !== "")).toBe(true);
    }
  }
});

test("payloads that are no webhook have no headline", () => {
  const payloads: Json[] = [
    null,
    [],
    {},
    "text",
    { resource: { type: "constructor", content: {} }, resourceAction: "ADDED" },
  ];
  for (const payload of payloads) expect(eventHeadline(describeEvent(payload), names)).toEqual([]);
});

test("every event of the table has a headline function that bears empty content", () => {
  for (const name of eventNames) {
    const [resource = "", action = ""] = name.split(".");
    const payload = { resource: { type: resource.toUpperCase(), content: {} }, resourceAction: action.toUpperCase() };
    expect(describeEvent(payload).known).toBe(true);
    expect(eventHeadline(describeEvent(payload))).toEqual([]);
  }
});
