import { expect, test } from "vitest";
import { fieldText, isEmpty, valueText } from "../../../src/output/event/value-text.ts";

test.each([
  ["1768467600000", "2026-01-15 09:00Z"],
  ["1768467611000", "2026-01-15 09:00:11Z"],
  ["1768467611123", "2026-01-15 09:00:11.123Z"],
  ['"1768467600000"', "1768467600000"],
  ['"2026-01-15T09:00:00Z"', "2026-01-15T09:00:00Z"],
  ["1768467600", "1768467600"],
  ["1152921506151679042", "1152921506151679042"],
  ["10.00", "10.00"],
  ["true", "true"],
  ['[1.0,{"a":"b"}]', '[1.0,{"a":"b"}]'],
  ['"a\\nb"', "a\\nb"],
  [undefined, "—"],
])("the value %s is shown as %s", (text, shown) => {
  expect(valueText(text)).toBe(shown);
});

test.each([
  ["totalPrice", "878.4", '"EUR"', "878.40 EUR"],
  ["price", "0", '"EUR"', "0.00 EUR"],
  ["totalPrice", "19782", '"JPY"', "19782 JPY"],
  ["totalPrice", "878.4", undefined, "878.4"],
  ["totalPrice", "878.4", "null", "878.4"],
  ["totalPrice", "878.4", '"?"', "878.4"],
  ["quantity", "3", '"EUR"', "3"],
  ["price", "1234567890123456789", '"EUR"', "1234567890123456789"],
  ["roles", '["ROLE_USER","ROLE_SYS_ADMIN"]', undefined, "ROLE_USER, ROLE_SYS_ADMIN"],
  ["tags", "[1,2]", undefined, "[1,2]"],
  ["user", '{"id":"u-1","href":"https://marketplace.example.com/u-1"}', undefined, "u-1"],
  ["edition", '{"code":"PRO"}', undefined, '{"code":"PRO"}'],
])("the field %s with %s and the currency %s is shown as %s", (field, text, currency, shown) => {
  expect(fieldText(field, text, currency)).toBe(shown);
});

test.each([
  ["null", true],
  ['""', true],
  ["[]", true],
  ["{}", true],
  ['{"a":null,"b":null}', true],
  ['{"a":null,"b":0}', false],
  ["0", false],
  ["false", false],
])("%s is empty: %s", (text, empty) => {
  expect(isEmpty(text)).toBe(empty);
});
