import { expect, test } from "vitest";
import { moneyText } from "../../src/events/index.ts";

test.each([
  [878.4, "EUR", "878.40 EUR"],
  [19782, "JPY", "19782 JPY"],
  [12.5, "KWD", "12.500 KWD"],
  [-3, "USD", "-3.00 USD"],
  [0.0125, "EUR", "0.0125 EUR"],
  [0.1 + 0.2, "EUR", "0.30000000000000004 EUR"],
  [1e21, "EUR", "1e+21 EUR"],
])("%d %s is written %s", (amount, currency, expected) => {
  expect(moneyText(amount, currency)).toBe(expected);
});

test.each([
  ["878.4", "EUR"],
  [878.4, "EURO"],
  [878.4, "XX1"],
  [878.4, undefined],
  [null, "EUR"],
])("%j in %j is no amount of a currency", (amount, currency) => {
  expect(moneyText(amount, currency)).toBeUndefined();
});
