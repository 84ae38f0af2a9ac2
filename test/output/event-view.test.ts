import { expect, test } from "vitest";
import { compact, contentRows } from "../../src/output/event-view.ts";
import { plainTheme } from "../../src/output/index.ts";

const rows = (content: string, { verbose = false } = {}) =>
  contentRows(content, { theme: plainTheme, width: 100, verbose, rows: 12 });

test.each([
  ["1768467600000", "1768467600000 · 2026-01-15 09:00Z"],
  ["1768467611000", "1768467611000 · 2026-01-15 09:00:11Z"],
  ["1768467611123", "1768467611123 · 2026-01-15 09:00:11.123Z"],
  ['"1768467600000"', "1768467600000"],
  ['"2026-01-15T09:00:00Z"', "2026-01-15T09:00:00Z"],
  ["1768467600", "1768467600"],
  ["1152921506151679042", "1152921506151679042"],
  ["10.00", "10.00"],
  ["true", "true"],
  ['[1.0,{"a":"b"}]', '[1.0,{"a":"b"}]'],
  ['"a\\nb"', "a\\nb"],
  [undefined, "—"],
])("%s is shown as %s", (text, shown) => {
  expect(compact(text)).toBe(shown);
});

test("an amount has the decimals of the currency beside it, and its own digits where they are others", () => {
  expect(rows('{"totalPrice":878.4,"listPrice":878.40,"price":0,"quantity":3,"currency":"EUR"}')).toEqual([
    "totalPrice  878.4 · 878.40 EUR",
    "listPrice   878.40 EUR",
    "price       0 · 0.00 EUR",
    "quantity    3",
    "currency    EUR",
  ]);
  expect(rows('{"totalPrice":19782,"currency":"JPY"}')[0]).toBe("totalPrice  19782 JPY");
});

test.each(['{"totalPrice":878.4}', '{"totalPrice":878.4,"currency":null}', '{"totalPrice":878.4,"currency":"?"}'])(
  "without a currency an amount is a number: %s",
  (content) => {
    expect(rows(content)[0]).toBe("totalPrice  878.4");
  },
);

test("what is empty is counted, unless every field is wanted", () => {
  const content = '{"a":1,"b":null,"c":"","d":[],"e":{"x":null},"f":{}}';
  expect(rows(content)).toEqual(["a  1", "… 5 empty (-v shows all)"]);
  expect(rows(content, { verbose: true })).toEqual(["a  1", "b  null", "c  ", "d  []", 'e  {"x":null}', "f  {}"]);
});
