import { expect, test } from "vitest";
import { documentedEvent, expandPatterns } from "../../src/events/index.ts";
import { emptyPattern, noSuchEvent, nothingLeft } from "../../src/events/sentences.ts";
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

test("everything is every documented event", () => {
  expect(expandPatterns(["*"])).toEqual(eventNames);
  expect(expandPatterns(["*"])).toHaveLength(40);
  expect(expandPatterns(["!user"])).toHaveLength(37);
});

test.each([
  ["unknown", "unknown"],
  ["invalid,user", "invalid"],
  ["user,Unknown", "unknown"],
])("of %s it says that no documented event is called %s", (text, named) => {
  expect(refusal(() => expandPatterns([text]))).toEqual(
    noSuchEvent(named, "Name one that AppDirect documents, such as user.added."),
  );
});

test("where only events are left that AppDirect does not document, nothing is", () => {
  const all = `*,${eventNames.map((name) => `!${name}`).join(",")}`;
  expect(refusal(() => expandPatterns([all]))).toEqual(nothingLeft(all));
});

test.each([
  ["user.ADDED", "Did you mean user.added? Name one that AppDirect documents, such as user.added."],
  ["invoices.added", "Did you mean invoice.added? Name one that AppDirect documents, such as user.added."],
  ["parcel", "Name one that AppDirect documents, such as user.added."],
])("%s is no name of a documented event", (name, hint) => {
  expect(refusal(() => documentedEvent(name))).toEqual(noSuchEvent(name, hint));
});

test("no pattern at all is a mistake", () => {
  expect(refusal(() => expandPatterns([]))).toEqual(emptyPattern(""));
});
