import { expect, test } from "vitest";
import type { Json } from "../../../src/events/index.ts";
import { changed, type Name, told } from "./told.ts";

test.each<[Name, string, Json, string]>([
  ["user", "resource", null, "✖ resource: found null; documented: an object."],
  ["user", "resource.content", null, "✖ resource.content: found null; documented: an object."],
  ["user", "resource.type", "user", '✖ resource.type: found the text "user"; documented: USER. AppDirect writes USER.'],
  [
    "sales_lead",
    "resource.type",
    "Sales Lead",
    '✖ resource.type: found the text "Sales Lead"; documented: one of SALES_LEAD, LEAD. AppDirect writes SALES_LEAD.',
  ],
  ["user", "resource.type", 1, '✖ resource.type: found the number 1; documented: text. Write it as text: "1".'],
  [
    "user",
    "resourceAction",
    "Added",
    '✖ resourceAction: found the text "Added"; documented: ADDED. AppDirect writes ADDED.',
  ],
  [
    "user",
    "resourceAction",
    "DELETED",
    '✖ resourceAction: found the text "DELETED"; documented: one of ADDED, CHANGED, REMOVED. AppDirect writes REMOVED.',
  ],
  [
    "user",
    "resourceAction",
    "ARCHIVED",
    '✖ resourceAction: found the text "ARCHIVED"; documented: one of ADDED, CHANGED, REMOVED.',
  ],
  ["user", "resourceAction", "REMOVED", "✖ resource.content: found an object; documented: nothing, or null."],
  ["user", "uuid", 7, '✖ uuid: found the number 7; documented: text. Write it as text: "7".'],
])("%s with %s = %j is told", (name, path, value, expected) => {
  expect(told(name, changed(name, path, value))).toEqual([expected]);
});
