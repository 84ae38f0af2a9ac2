import { expect, test } from "vitest";
import type { Json } from "../../../src/events/index.ts";
import { changed, type Name, told } from "./told.ts";

// What the pages say of one field alone: always null, a number of six digits, milliseconds, words of plans only.
test.each<[Name, string, Json, string]>([
  [
    "company",
    "resource.content.contact.ims",
    "ada",
    '✖ resource.content.contact.ims: found the text "ada"; documented: null.',
  ],
  [
    "catalog_product",
    "resource.content.application.id",
    "123456",
    '✖ resource.content.application.id: found the text "123456"; documented: a whole number. Write it without quotes: 123456.',
  ],
  [
    "staging_product",
    "resource.content.lastModified",
    "2013-09-24T05:20:00Z",
    '✖ resource.content.lastModified: found the text "2013-09-24T05:20:00Z"; documented: epoch milliseconds, or null. In epoch milliseconds that is 1380000000000.',
  ],
  [
    "order",
    "resource.content.frequency",
    "ONE_TIME",
    '! resource.content.frequency: found the text "ONE_TIME"; documented: one of DAILY, MONTHLY, QUARTERLY, SIX_MONTHS, YEARLY, TWO_YEARS, THREE_YEARS.',
  ],
])("%s with %s = %j is told", (name, path, value, expected) => {
  expect(told(name, changed(name, path, value))).toEqual([expected]);
});
