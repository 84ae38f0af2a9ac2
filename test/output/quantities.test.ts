import { expect, test } from "vitest";
import { countText, nounFor, numberText, ordinal, sizeText, timeText } from "../../src/output/quantities.ts";

test.each([
  [0, "0 B"],
  [1_023, "1023 B"],
  [1_024, "1.0 kB"],
  [1_946, "1.9 kB"],
  [1_048_524, "1023.9 kB"],
  [1_048_575, "1.0 MB"],
  [1_048_576, "1.0 MB"],
  [5_242_880, "5.0 MB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test("a time is that of this machine's day, with leading zeros", () => {
  expect(timeText(new Date(2026, 10, 23, 4, 5, 1))).toBe("04:05:01");
});

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [4, "4th"],
  [10, "10th"],
  [11, "11th"],
  [12, "12th"],
  [13, "13th"],
  [20, "20th"],
  [21, "21st"],
  [22, "22nd"],
  [23, "23rd"],
  [101, "101st"],
  [111, "111th"],
  [112, "112th"],
])("time number %d is the %s", (count, text) => {
  expect(ordinal(count)).toBe(text);
});

test.each([
  [0, "0 events"],
  [1, "1 event"],
  [2, "2 events"],
  [12_345, "12,345 events"],
])("%d of them are %s", (count, text) => {
  expect(countText(count, "event")).toBe(text);
});

test("a word may have another plural than one with an s", () => {
  expect([0, 1, 1_200].map((count) => countText(count, "delivery", "deliveries"))).toEqual([
    "0 deliveries",
    "1 delivery",
    "1,200 deliveries",
  ]);
});

test("a noun is told without its number too", () => {
  expect([0, 1, 2].map((count) => nounFor(count, "event"))).toEqual(["events", "event", "events"]);
});

test.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [1_234_567, "1,234,567"],
])("%d is written %s", (count, text) => {
  expect(numberText(count)).toBe(text);
});
