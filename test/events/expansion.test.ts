import { expect, test } from "vitest";
import { expandPatterns, generatableEventNames } from "../../src/events/index.ts";
import { emptyPattern } from "../../src/events/sentences.ts";
import { refusal } from "../harness/refusal.ts";
import { eventNames } from "../../src/events/names.ts";

test("patterns become the events they name, in the order of the table and each once", () => {
  expect(expandPatterns(["order.added", "company.*", "order.added,company.added"])).toEqual([
    "company.added",
    "company.changed",
    "company.removed",
    "order.added",
  ]);
});

test("a pattern that takes away does so from all the others", () => {
  expect(expandPatterns(["!*.changed", "user"])).toEqual(["user.added", "user.removed"]);
});

test("everything is every documented event, or every one that can be made up", () => {
  expect(expandPatterns(["*"])).toEqual(eventNames);
  expect(expandPatterns(["*"], { onlyGeneratable: true })).toEqual(generatableEventNames);
  expect(expandPatterns(["!user"], { onlyGeneratable: true })).toHaveLength(12);
});

test("five resources can be made up with their three actions", () => {
  const resources = ["user", "company", "membership", "subscription", "order"];
  const expected = resources.flatMap((name) => ["added", "changed", "removed"].map((action) => `${name}.${action}`));
  expect(generatableEventNames).toEqual(expected);
});

test.each([
  ["invoice.added", "invoice.added"],
  ["invoice", "invoice.added"],
  ["user,QUOTE.changed", "quote.changed"],
  ["unknown", "unknown"],
  ["invalid,user", "invalid"],
  ["*,!user,!company,!membership,!subscription,!order", "*,!user,!company,!membership,!subscription,!order"],
])("asked to make up %s it says that it cannot make up %s", (text, named) => {
  const error = refusal(() => expandPatterns([text], { onlyGeneratable: true }));
  expect(error.code).toBe("UNKNOWN_EVENT");
  expect(error.message).toBe(`appdirect-hooks cannot make up ${named} yet: it has no sample for it.`);
  expect(error.hint).toBe("It can make up user.*, company.*, membership.*, subscription.*, order.*.");
});

test("no pattern at all is a mistake", () => {
  expect(refusal(() => expandPatterns([]))).toEqual(emptyPattern(""));
});
