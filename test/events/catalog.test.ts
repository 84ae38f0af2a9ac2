import { expect, test } from "vitest";
import { catalogResources, isUndocumented, partOfCatalog } from "../../src/events/index.ts";
import { refusal } from "../harness/refusal.ts";

function named(...patterns: string[]): string[] {
  const part = partOfCatalog(patterns);
  if (part.kind === "list") return part.events.map(({ name }) => name);
  return [part.kind, part.kind === "event" ? part.event.name : part.resource.name];
}

test("nothing named is every event, in AppDirect's order", () => {
  const all = named();
  expect(all).toHaveLength(40);
  expect(all.slice(0, 4)).toEqual(["user.added", "user.changed", "user.removed", "company.added"]);
});

test.each([
  ["subscription", ["resource", "subscription"]],
  [" Subscription ", ["resource", "subscription"]],
  ["lead", ["resource", "sales_lead"]],
  ["reseller_registrant", ["resource", "reseller_registrant"]],
  ["subscription.added", ["event", "subscription.added"]],
  ["LEAD.REMOVED", ["event", "sales_lead.removed"]],
  ["order.*", ["order.added", "order.changed", "order.removed"]],
  ["reseller_registrant.*", ["reseller_registrant.added"]],
  ["user.added,order.added", ["user.added", "order.added"]],
])("%s is %j", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test("several patterns are a list, in the catalog's order", () => {
  expect(named("order", "user.added", "!order.changed")).toEqual(["user.added", "order.added", "order.removed"]);
  expect(named("*.removed")).toHaveLength(11);
});

test("what is documented nowhere is not in it, and what is mistyped gets the likely one", () => {
  expect(refusal(() => partOfCatalog(["unknown"]))).toMatchObject({
    code: "UNKNOWN_EVENT",
    message: '"unknown" does not match a documented event.',
  });
  expect(refusal(() => partOfCatalog(["subscripton.added"])).hint).toMatch(/^Did you mean subscription\.added\?/);
});

test("four resources have a content of which nothing is documented", () => {
  expect(catalogResources.filter(isUndocumented).map(({ name }) => name)).toEqual([
    "sales_lead",
    "sales_opportunity",
    "quote",
    "reseller_registrant",
  ]);
});
