import { expect, test } from "vitest";
import { describeEvent, happenings, type ResourceDefinition } from "../../src/events/index.ts";
import { story } from "../harness/story.ts";
import { eventNames } from "../../src/events/names.ts";
import { actionsOf } from "../../src/events/resource.ts";
import { resources } from "../../src/events/resources/index.ts";
import { generatePayload } from "../../src/generate/payload.ts";

const all: [string, ResourceDefinition][] = Object.entries(resources);

/** The resources table of AppDirect's documentation: name, actions (A C R), whether the type is confirmed. */
const documented: [string, string, string][] = [
  ["user", "ACR", "documented"],
  ["company", "ACR", "seen"],
  ["membership", "ACR", "inferred"],
  ["subscription", "ACR", "documented"],
  ["order", "ACR", "inferred"],
  ["invoice", "ACR", "inferred"],
  ["app_assignment", "ACR", "inferred"],
  ["catalog_product", "ACR", "documented"],
  ["staging_product", "AC", "inferred"],
  ["discount", "ACR", "inferred"],
  ["payment_instrument", "AC", "inferred"],
  ["sales_lead", "ACR", "inferred"],
  ["sales_opportunity", "AC", "inferred"],
  ["quote", "ACR", "inferred"],
  ["reseller_registrant", "A", "inferred"],
];

test("the table has every resource that AppDirect documents, with its actions", () => {
  const letters = (definition: ResourceDefinition) =>
    actionsOf(definition)
      .map((action) => action.charAt(0))
      .join("");
  expect(all.map(([name, one]) => [name, letters(one), one.typeCertainty])).toEqual(documented);
  expect(eventNames).toHaveLength(40);
});

test.each(all)("%s is named after its type, says what it is and where that is documented", (name, definition) => {
  expect(definition.type).toBe(name.toUpperCase());
  expect(definition.summary).toMatch(/^[A-Z].{15,}\.$/);
  expect(definition.source).toMatch(/^https:\/\/(developer|help)\.appdirect\.com\//);
});

test("no two resources share a type", () => {
  const types = all.flatMap(([, { type, otherTypes = [] }]) => [type, ...otherTypes]);
  expect(new Set(types).size).toBe(types.length);
});

/** Paths of resource.url, from the table of AppDirect's documentation. */
test.each([
  ["USER", "user-uuid", "/api/account/v1/users/user-uuid?isExternalId=false"],
  ["COMPANY", "company-uuid", "/api/account/v1/companies/company-uuid?isExternalId=false"],
  ["MEMBERSHIP", "user-uuid", "/api/account/v1/companies/company-uuid/users/user-uuid"],
  ["SUBSCRIPTION", "subscription-uuid", "/api/billing/v1/subscriptions/subscription-uuid"],
  ["ORDER", "4395", "/api/billing/v1/orders/4395"],
])("a made-up %s has the uuid %s and the path %s", (type, uuid, path) => {
  const definition = all.find(([, one]) => one.type === type)?.[1];
  expect(definition?.sample(story)).toMatchObject({ uuid, path });
});

/** Its content once it was added, and after the change of that number. */
function contents(name: keyof typeof resources, change = 0) {
  const definition: ResourceDefinition = resources[name];
  const added = definition.added?.(story) ?? story;
  const changed = definition.changes?.[change]?.(added) ?? added;
  return { added: definition.sample(added).content, changed: definition.sample(changed).content };
}

test("what is changed differs from what was added in what the change is about", () => {
  expect(contents("user")).toMatchObject({
    added: { status: "INACTIVE", lastSuccessfulLogin: null, memberships: [{ company: { status: "INACTIVE" } }] },
    changed: { status: "ACTIVE", memberships: [{ company: { status: "ACTIVE" } }] },
  });
  expect(contents("company")).toMatchObject({
    added: { status: "INACTIVE", emailAddress: null },
    changed: { status: "ACTIVE", emailAddress: "info@acme.example" },
  });
  expect(contents("membership")).toMatchObject({
    added: { status: "INACTIVE", roles: ["ROLE_USER", "ROLE_SYS_ADMIN"] },
    changed: { status: "ACTIVE", roles: ["ROLE_USER", "ROLE_SYS_ADMIN", "ROLE_BILLING_ADMIN"] },
  });
  expect(contents("order")).toMatchObject({
    added: { status: "PENDING_REMOTE_CREATION", nextBillingDate: null },
    changed: { status: "ACTIVE" },
  });
  expect(contents("subscription")).toMatchObject({
    added: { status: "ACTIVE", endDate: null, order: { status: "ACTIVE" } },
  });
});

test("dates are what the documentation shows: whole seconds, midnights, yyyy-MM-dd", () => {
  expect(resources.company.sample(story).content).toMatchObject({ creationDate: Date.UTC(2026, 0, 30, 8, 0, 0) });
  expect(resources.order.sample(happenings.activateOrder(story)).content).toMatchObject({
    startDate: Date.UTC(2026, 0, 31),
    serviceStartDate: "2026-01-31",
    cycleStartDate: Date.UTC(2026, 0, 31),
    nextBillingDate: Date.UTC(2026, 1, 28),
  });
});

test.each([
  ["MONTHLY", "2026-01-31T23:59:59Z", "2026-02-28", "2026-01-31"],
  ["MONTHLY", "2026-02-28T00:00:00Z", "2026-03-31", "2026-02-28"],
  ["MONTHLY", "2027-01-30T12:00:00Z", "2027-01-31", "2026-12-31"],
  ["YEARLY", "2026-12-01T00:00:00Z", "2027-01-31", "2026-01-31"],
  ["YEARLY", "2027-01-30T12:00:00Z", "2027-01-31", "2026-01-31"],
  ["YEARLY", "2027-02-01T12:00:00Z", "2028-01-31", "2027-01-31"],
] as const)("%s since 31 January, at %s, is billed next on %s", (frequency, at, next, start) => {
  const { order } = happenings.activateOrder(story);
  const running = { ...story, at: new Date(at), order: { ...order, plan: { ...order.plan, frequency } } };
  expect(resources.order.sample(running).content).toMatchObject({
    nextBillingDate: Date.parse(next),
    cycleStartDate: Date.parse(start),
  });
});

test("the description of a made-up event is that of a known one", () => {
  for (const [name, definition] of all) {
    const payload = generatePayload(`${name}.added`, story);
    expect(describeEvent(payload)).toMatchObject({ name: `${name}.added`, known: true, resourceType: definition.type });
  }
});
