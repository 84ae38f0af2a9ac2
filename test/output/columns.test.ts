import { expect, test } from "vitest";
import { columns, createTheme, hanging, wrapped } from "../../src/output/index.ts";
import { cut, fits, padded } from "../../src/output/columns.ts";

test("the second column stands below itself", () => {
  const rows = [
    ["listen", "receive webhooks"],
    ["do", "send"],
  ] as const;
  expect(columns(rows, 80)).toEqual(["listen  receive webhooks", "do      send"]);
});

test("a text too long is wrapped at words, below its column", () => {
  expect(columns([["key", "one two three four five six"]], 25)).toEqual(["key  one two three four", "     five six"]);
});

test("a first column too wide stands on a line of its own", () => {
  const rows = [["--a-flag-that-is-far-too-long <value>", "what it does"]] as const;
  expect(columns(rows, 40)).toEqual(["--a-flag-that-is-far-too-long <value>", `${" ".repeat(26)}what it does`]);
});

test("wide characters take two places, and marks none", () => {
  const rows = [
    ["株式", "wide"],
    ["e\u0301tat", "marked"],
  ] as const;
  expect(columns(rows, 80)).toEqual(["株式  wide", "e\u0301tat  marked"]);
});

test("colours take no place", async () => {
  const { name } = await createTheme(1);
  const [line = ""] = columns(
    [
      [name("do"), "send"],
      ["listen", ""],
    ],
    80,
  );
  expect(line.replaceAll(/\u001b\[\d+m/g, "")).toBe("do      send");
});

test("nothing is nothing", () => {
  expect(columns([], 80)).toEqual([]);
});

test("a word longer than the line is not broken", () => {
  expect(wrapped("see https://developer.appdirect.com/webhooks now", 10)).toEqual([
    "see",
    "https://developer.appdirect.com/webhooks",
    "now",
  ]);
});

test("a sentence over several lines stands in below its first, within the width", () => {
  expect(hanging("! one two three four", 11)).toBe("! one two\n  three\n  four");
});

test("what fits takes no more places than there are", () => {
  expect([fits("株式", 4), fits("株式", 3), fits("", 0)]).toEqual([true, false, true]);
});

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["株式会社", 5, "株式…"],
  ["株式会社", 4, "株…"],
  ["e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"],
  ["👩‍👧👩‍👧👩‍👧", 5, "👩‍👧👩‍👧…"],
])("%s in %d places is %s", (text, width, shown) => {
  expect(cut(text, width)).toBe(shown);
});

test("text without a width is cut too, however long it is", () => {
  const shown = cut(`a${"\u0301".repeat(1_000_000)}`, 10);
  expect([shown.length < 1_000, shown.endsWith("…")]).toEqual([true, true]);
});

test("padding counts places, and never cuts", () => {
  expect([padded("株", 4), padded("abcdef", 4)]).toEqual(["株  ", "abcdef"]);
});
