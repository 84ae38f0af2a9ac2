import { expect, test } from "vitest";
import { type Json, unknownReason } from "../../../src/events/index.ts";

const webhook = (type: Json, action: Json): Json => ({
  uuid: "u",
  timestamp: 1,
  resource: { type, uuid: "r" },
  resourceAction: action,
});

test.each<[string, Json, string | undefined]>([
  ["a documented event", webhook("USER", "ADDED"), undefined],
  ["another word for a documented type", webhook("LEAD", "ADDED"), undefined],
  ["a list", [1], "a list; a webhook is an object"],
  ["a text", "USER", "a text; a webhook is an object"],
  ["null", null, "null; a webhook is an object"],
  ["another object", { a: 1 }, "an object without any field of a webhook"],
  ["an empty resource", { uuid: "u", resource: {}, resourceAction: "REMOVED" }, "resource.type is missing"],
  ["no resource", { uuid: "u", resourceAction: "REMOVED" }, "resource.type is missing"],
  ["a uuid alone", { uuid: "u" }, "resource.type is missing; resourceAction is missing"],
  ["a resource of another kind", { resource: [1], resourceAction: "ADDED" }, "resource is a list, not an object"],
  [
    "a resource that is text",
    { resource: "USER", resourceAction: "ADDED" },
    'resource is the text "USER", not an object',
  ],
  ["a type of another kind", webhook(7, "ADDED"), "resource.type is the number 7, not text"],
  ["a type that is null", webhook(null, "ADDED"), "resource.type is null, not text"],
  [
    "a space for _",
    webhook("Sales Lead", "ADDED"),
    'resource.type "Sales Lead" is not a documented type (AppDirect writes SALES_LEAD)',
  ],
  [
    "no _",
    webhook("SalesLead", "ADDED"),
    'resource.type "SalesLead" is not a documented type (AppDirect writes SALES_LEAD)',
  ],
  [
    "a slip",
    webhook("SUBSCRIPTIN", "ADDED"),
    'resource.type "SUBSCRIPTIN" is not a documented type (Did you mean SUBSCRIPTION?)',
  ],
  ["another type", webhook("GADGET", "ADDED"), 'resource.type "GADGET" is not a documented type'],
  ["another case", webhook("user", "Added"), "written user/Added; documented as USER/ADDED"],
  [
    "another case of the type",
    webhook("sales_lead", "ADDED"),
    "written sales_lead/ADDED; documented as SALES_LEAD/ADDED",
  ],
  ["no action", { resource: { type: "USER" } }, "resourceAction is missing"],
  ["another action", webhook("USER", "Renewed"), 'resourceAction "Renewed" is not a documented action'],
  [
    "another word for an action",
    webhook("USER", "CREATED"),
    'resourceAction "CREATED" is not a documented action (AppDirect writes ADDED)',
  ],
  [
    "both",
    webhook("GADGET", "Renewed"),
    'resource.type "GADGET" is not a documented type; resourceAction "Renewed" is not a documented action',
  ],
  [
    "an integration event",
    { type: "SUBSCRIPTION_ORDER", marketplace: {}, payload: {} },
    "an integration event (SUBSCRIPTION_ORDER)",
  ],
  [
    "one of a gateway",
    { "access-token": "s", payload: { event: { type: "USER_ASSIGNMENT", marketplace: {} } } },
    "an integration event (USER_ASSIGNMENT)",
  ],
  [
    "one of a gateway with a time",
    { timestamp: 1, payload: { event: { type: "ADDON_BIND", marketplace: {} } } },
    "an integration event (ADDON_BIND)",
  ],
  [
    "one of another type",
    { type: "s3cr3t", marketplace: {} },
    "an integration event (of a type that is not documented)",
  ],
])("%s", (_what, payload, reason) => {
  expect(unknownReason(payload)).toBe(reason);
});

test("a documented action that a documented type never has is told with those that it has", () => {
  expect(unknownReason(webhook("SALES_OPPORTUNITY", "REMOVED"))).toBe(
    'resourceAction "REMOVED" is not documented for SALES_OPPORTUNITY, which has ADDED and CHANGED',
  );
});

test("a long value is cut, and a secret in it is not told", () => {
  expect(unknownReason(webhook("x".repeat(5_000), "ADDED"))).toBe(
    `resource.type "${"x".repeat(60)}…" is not a documented type`,
  );
  const redact = (text: string) => text.replaceAll("s3cr3t", "[redacted]");
  expect(unknownReason(webhook("a s3cr3t", "ADDED"), { redact })).toBe(
    'resource.type "a [redacted]" is not a documented type',
  );
});

test("of what is withheld nothing is said", () => {
  expect(unknownReason(webhook("[redacted]", "ADDED"), { withheld: "[redacted]" })).toBeUndefined();
  expect(unknownReason(webhook("[redacted]", "Renewed"), { withheld: "[redacted]" })).toBe(
    'resourceAction "Renewed" is not a documented action',
  );
});
