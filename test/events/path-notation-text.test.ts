import { expect, test } from "vitest";
import { parsePath, pathNotation } from "../../src/events/index.ts";

test.each([
  "resource.content.status",
  "lines[0].price",
  "lines[*].price",
  "[0][1]",
  '["a.b"].c',
  'a["[0]"]',
  'a["x=y"]',
  'a["*"]',
  'a[""]',
])("the steps of %s are written as they were read", (text) => {
  expect(pathNotation(parsePath(text).steps)).toBe(text);
});

test("no steps are no text", () => {
  expect(pathNotation([])).toBe("");
});
