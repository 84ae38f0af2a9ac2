import { expect, test } from "vitest";
import { describeEvent, happenings, parsePath, type ResourceDefinition } from "../../src/events/index.ts";
import { story } from "../harness/story.ts";
import { eventNames } from "../../src/events/names.ts";
import { actionsOf } from "../../src/events/resource.ts";
import { resources } from "../../src/events/resources/index.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { generatePayload } from "../../src/generate/payload.ts";
import { seededRandom } from "../../src/random.ts";
import { valuesAt } from "../harness/values-at.ts";

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
  expect(definition.summary).toMatch(/^[A-Z].{10,}\.$/);
  expect(definition.source).toMatch(/^https:\/\/(developer|help)\.appdirect\.com\//);
});

test("no two resources share a type", () => {
  const types = all.flatMap(([, { type, otherTypes = [] }]) => [type, ...otherTypes]);
  expect(new Set(types).size).toBe(types.length);
});

/** What only the resource itself knows is made from the seed. */
const made = { uuid: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", number: String.raw`\d{4,6}` } as const;

/** Paths of resource.url, from the table of AppDirect's documentation. */
test.each([
  ["USER", "user-uuid", "/api/account/v1/users/user-uuid?isExternalId=false"],
  ["COMPANY", "company-uuid", "/api/account/v1/companies/company-uuid?isExternalId=false"],
  ["MEMBERSHIP", "user-uuid", "/api/account/v1/companies/company-uuid/users/user-uuid"],
  ["SUBSCRIPTION", "subscription-uuid", "/api/billing/v1/subscriptions/subscription-uuid"],
  ["ORDER", "4395", "/api/billing/v1/orders/4395"],
  ["INVOICE", made.uuid, "/api/appmarket/v1/invoices/<uuid>"],
  ["APP_ASSIGNMENT", made.uuid, "/api/account/v2/subscriptions/assignments/<uuid>"],
  ["CATALOG_PRODUCT", made.uuid, "/api/marketplace/v1/products/<number>?country=US&currency=EUR"],
  ["STAGING_PRODUCT", made.uuid, "/api/marketplace/v1/products/<number>?country=US&currency=EUR"],
  ["DISCOUNT", made.number, "/api/channel/v1/discounts/<number>"],
  [
    "PAYMENT_INSTRUMENT",
    made.number,
    "/api/billing/v1/companies/company-uuid/users/user-uuid/paymentInstruments/<number>",
  ],
  ["SALES_LEAD", made.uuid, "/undocumented/sales_lead/<uuid>"],
  ["SALES_OPPORTUNITY", made.uuid, "/undocumented/sales_opportunity/<uuid>"],
  ["QUOTE", made.uuid, "/undocumented/quote/<uuid>"],
  ["RESELLER_REGISTRANT", made.uuid, "/undocumented/reseller_registrant/<uuid>"],
] as const)("a made-up %s has the uuid %s and the path %s", (type, uuid, path) => {
  const sample = all.find(([, one]) => one.type === type)?.[1].sample(story);
  expect(sample?.uuid).toMatch(new RegExp(`^${uuid}$`));
  expect(
    sample?.path
      .replaceAll(new RegExp(made.uuid, "g"), "<uuid>")
      .replace(/\/\d{4,6}(?=\?|$)/, type === "ORDER" ? "$&" : "/<number>"),
  ).toBe(path);
});

test.each(all)("the address of a made-up %s is what its definition says that it is", (name, definition) => {
  const pattern = definition.url?.text ?? `/undocumented/${name}/{uuid}`;
  const expression = pattern.replaceAll(/[.?]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[\\w-]+");
  for (const action of actionsOf(definition)) {
    for (let seed = 0; seed < 20; seed++) {
      const [event] = generateEvents([`${name}.${action.toLowerCase()}`], {
        random: seededRandom(seed),
        at: defaultSeededTime,
      });
      const url = valuesAt(event?.payload ?? null, parsePath("resource.url"));
      expect(url).toEqual([expect.stringMatching(new RegExp(`^https://marketplace\\.example\\.com${expression}$`))]);
    }
  }
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
  expect(contents("invoice")).toMatchObject({ added: { status: "UNPAID" }, changed: { status: "PAID" } });
  expect(contents("invoice", 1)).toMatchObject({ added: { status: "UNPAID" }, changed: { status: "VOIDED" } });
  expect(contents("app_assignment")).toMatchObject({ changed: { status: "ACTIVE" } });
  expect(contents("app_assignment", 1)).toMatchObject({ changed: { status: "FAILED" } });
  expect(contents("app_assignment", 2)).toMatchObject({ changed: { status: "PENDING_REMOTE_CREATION" } });
  expect(contents("catalog_product")).toMatchObject({ added: { featured: false }, changed: { featured: true } });
  expect(contents("staging_product")).toMatchObject({ added: { publishedOn: null }, changed: { publishedOn: null } });
  expect(contents("staging_product", 1)).toMatchObject({
    added: { publishedOn: null },
    changed: { publishedOn: Date.UTC(2026, 1, 10, 12, 0, 0), lastModified: Date.UTC(2026, 1, 10, 12, 0, 0) },
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
