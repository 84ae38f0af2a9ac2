import { expect, test } from "vitest";
import { parsePath, validatePayload } from "../../../src/events/index.ts";
import { changed, type Name, told, without } from "./told.ts";
import { unsetAt } from "../../harness/changed-at.ts";

test.each<[Name, string, string]>([
  ["user", "uuid", "✖ uuid: missing; documented: text."],
  ["user", "timestamp", "✖ timestamp: missing; documented: epoch milliseconds."],
  ["user", "resource", "✖ resource: missing; documented: an object."],
  ["user", "resource.type", "✖ resource.type: missing; documented: text."],
  ["user", "resource.uuid", "✖ resource.uuid: missing; documented: text."],
  ["user", "resource.url", "✖ resource.url: missing; documented: an http or https address."],
  ["user", "resource.content", "✖ resource.content: missing; documented: an object."],
  ["quote", "resource.content", "✖ resource.content: missing; documented: an object."],
  ["user", "resourceAction", "✖ resourceAction: missing; documented: one of ADDED, CHANGED, REMOVED."],
  ["user", "resource.content.id", "✖ resource.content.id: missing; documented: text."],
  ["company", "resource.content.name", "✖ resource.content.name: missing; documented: text."],
  [
    "order",
    "resource.content.status",
    "✖ resource.content.status: missing; documented: one of INITIALIZED, PENDING_USER_APPROVAL, PENDING_REMOTE_CREATION, PENDING_MANUAL_RECOVERY, PENDING_ASYNCHRONOUS_CREATION, FREE_TRIAL, ACTIVE, FINISHED, ONE_TIME, CANCELLED, SUSPENDED, FREE_TRIAL_EXPIRED, FREE_TRIAL_CANCELLED, DELETED, UPCOMING, FAILED, PENDING_MIGRATION_ACTIVATION, PENDING_DELAYED_PROVISIONING, PENDING_REMOTE_APPROVAL.",
  ],
  [
    "order",
    "resource.content.orderLines[0].type",
    "✖ resource.content.orderLines[0].type: missing; documented: one of ITEM, TAX, PENALTY, DISCOUNT.",
  ],
  [
    "catalog_product",
    "resource.content.application.name",
    "✖ resource.content.application.name: missing; documented: text.",
  ],
  // Null stands for what is absent: leaving it out says as much.
  [
    "subscription",
    "resource.content.endDate",
    "! resource.content.endDate: missing; documented: epoch milliseconds, or null.",
  ],
])("%s without %s is told", (name, path, expected) => {
  expect(told(name, without(name, path))).toEqual([expected]);
});

test("a field that is not documented is a note, and one that was mistyped gets the likely name", () => {
  expect(told("company", changed("company", "resource.content.employees", 7))).toEqual([
    "! resource.content.employees: found a number; documented: no field of this name.",
  ]);
  const mistyped = changed("user", "resource.content.emial", "grace@example.com");
  expect(told("user", unsetAt(mistyped, parsePath("resource.content.email")).payload)).toEqual([
    "✖ resource.content.email: missing; documented: text.",
    "! resource.content.emial: found a text; documented: no field of this name. Did you mean email?",
  ]);
});

test("where the documentation is not complete, only a mistyped field is a note", () => {
  expect(told("invoice", changed("invoice", "resource.content.total", 7))).toEqual([]);
  const mistyped = changed("invoice", "resource.content.curency", "EUR");
  expect(told("invoice", unsetAt(mistyped, parsePath("resource.content.currency")).payload)).toEqual([
    "✖ resource.content.currency: missing; documented: an ISO 4217 currency code.",
    "! resource.content.curency: found a text; documented: no field of this name. Did you mean currency?",
  ]);
});

test("strict makes errors of notes", () => {
  const payload = changed("company", "resource.content.employees", 7);
  expect(validatePayload(payload)).toMatchObject({ valid: true, issues: [{ severity: "note" }] });
  expect(validatePayload(payload, { strict: true })).toMatchObject({ valid: false, issues: [{ severity: "error" }] });
});

test("an action that is not documented for the resource is a note, and what it means for the content holds", () => {
  expect(told("staging_product", changed("staging_product", "resourceAction", "REMOVED"))).toEqual([
    '! resourceAction: found the text "REMOVED"; documented: of STAGING_PRODUCT ADDED and CHANGED.',
    "✖ resource.content: found an object; documented: nothing, or null.",
  ]);
});
