import { expect, test } from "vitest";
import type { Json } from "../../../src/events/index.ts";
import { changed, type Name, told } from "./told.ts";

test.each<[Name, string, Json, string]>([
  ["order", "resource.content.serviceStartDate", "2026/01/15", day("2026/01/15", "2026-01-15")],
  ["order", "resource.content.serviceStartDate", "15 Jan 2026", day("15 Jan 2026", "2026-01-15")],
  ["order", "resource.content.serviceStartDate", "2026-01-15T23:30:00", day("2026-01-15T23:30:00", "2026-01-15")],
  [
    "order",
    "resource.content.serviceStartDate",
    1_768_435_200, // 15 January 2026, in seconds
    '✖ resource.content.serviceStartDate: found the number 1768435200; documented: a day as yyyy-MM-dd, or null. As a day that is "2026-01-15".',
  ],
  [
    "user",
    "timestamp",
    "2026-01-15 10:00",
    '✖ timestamp: found the text "2026-01-15 10:00"; documented: epoch milliseconds. In epoch milliseconds that is 1768471200000.',
  ],
  // What no number holds, or no clock.
  [
    "user",
    "timestamp",
    Number.POSITIVE_INFINITY,
    "✖ timestamp: found the number Infinity; documented: epoch milliseconds.",
  ],
  ["user", "timestamp", 1e24, "✖ timestamp: found the number 1e+24; documented: epoch milliseconds."],
  [
    "user",
    "timestamp",
    "9".repeat(70),
    `✖ timestamp: found the text "${"9".repeat(60)}…"; documented: epoch milliseconds.`,
  ],
  // What is long is neither repeated nor cut within a character.
  [
    "user",
    "resource.url",
    `example.com/${"x".repeat(200)}`,
    `✖ resource.url: found the text "example.com/${"x".repeat(48)}…"; documented: an http or https address.`,
  ],
  [
    "user",
    "resource.content.language",
    `${"x".repeat(59)}😀`,
    `✖ resource.content.language: found the text "${"x".repeat(59)}…"; documented: a language code of two letters, or null.`,
  ],
])("%s with %s = %j is told, with advice only where there is some", (name, path, value, expected) => {
  expect(told(name, changed(name, path, value))).toEqual([expected]);
});

/** Hoisted: the table above is made when the file is read. */
function day(found: string, meant: string): string {
  return `✖ resource.content.serviceStartDate: found the text "${found}"; documented: a day as yyyy-MM-dd, or null. As a day that is "${meant}".`;
}
