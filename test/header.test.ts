import { validateHeaderName, validateHeaderValue } from "node:http";
import { expect, test } from "vitest";
import { isHeaderText, isHeaderValue, isToken } from "../src/header.ts";

const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

test("a name and a method take the characters that Node takes", () => {
  expect(bytes.filter(isToken)).toEqual(bytes.filter((one) => passes(() => validateHeaderName(one))));
});

test("a name is not empty and has no space", () => {
  expect(["", "x team", "x:y", "x-team\n", "x-team"].map(isToken)).toEqual([false, false, false, false, true]);
});

test("a value takes the bytes that Node takes", () => {
  expect(bytes.filter(isHeaderValue)).toEqual(bytes.filter((one) => passes(() => validateHeaderValue("x", one))));
});

test("a value may be empty, and a character that is no byte is for a text alone", () => {
  expect(["", "billing", "Ł", "😀"].map(isHeaderValue)).toEqual([true, true, false, false]);
  expect(["", "billing", "Ł", "😀"].map(isHeaderText)).toEqual([true, true, true, true]);
});

test.each(["a\r\nb", "a\n", "\0", "\x7f", "\x1b[1m"])("neither takes the control character in %j", (text) => {
  expect([isHeaderValue(text), isHeaderText(text)]).toEqual([false, false]);
});

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}
