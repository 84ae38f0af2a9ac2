import { expect, test } from "vitest";
import { yesOrNo } from "../../src/config/index.ts";

test.each(["1", "true", "yes", "on", "TRUE", "Yes"])("%s is yes", (text) => {
  expect(yesOrNo(text)).toBe(true);
});

test.each(["0", "false", "no", "off", "FALSE", "No"])("%s is no", (text) => {
  expect(yesOrNo(text)).toBe(false);
});

test.each(["", " ", "2", "y", "n", "true ", "yes\nno"])("%j is neither", (text) => {
  expect(yesOrNo(text)).toBeUndefined();
});
