import { array, boolean, looseObject, nullable, number, object, optional, string, unknown } from "valibot";
import { expect, expectTypeOf, test } from "vitest";
import { readContent, type Reading } from "../../src/events/reading.ts";

const schema = object({
  id: string(),
  paid: boolean(),
  total: nullable(number()),
  buyer: optional(nullable(looseObject({ name: string() }))),
  lines: array(object({ price: number() })),
  anything: unknown(),
});

test("what stands where the schema has it is read; the rest is left out", () => {
  const content = { id: "7", paid: true, total: 12.5, buyer: { name: "Ada", age: 7 }, lines: [{ price: 1 }], extra: 1 };
  expect(readContent(schema, content)).toEqual({
    id: "7",
    paid: true,
    total: 12.5,
    buyer: { name: "Ada" },
    lines: [{ price: 1 }],
  });
});

test("a text may be a number and the other way round", () => {
  expect(readContent(schema, { id: 7, total: "12.50" })).toEqual({ id: 7, total: "12.50" });
});

test("where the schema says nothing of what stands there, nothing is read", () => {
  expect(readContent(schema, { anything: "a text" })).toEqual({});
});

test("what has another shape cannot be read, and its neighbours can", () => {
  const content = { id: ["7"], paid: "yes", total: {}, buyer: "Ada", lines: [null, [], 7, { price: 2 }], anything: {} };
  expect(readContent(schema, content)).toEqual({ lines: [undefined, undefined, undefined, { price: 2 }] });
});

test("null and what is missing are the same: nothing", () => {
  expect(readContent(schema, { id: null, lines: null })).toEqual({});
  expect(readContent(object({ toString: string(), __proto__: unknown() }), {})).toEqual({});
  expect(readContent(schema, JSON.parse('{"__proto__":{"id":"7"}}'))).toEqual({});
});

test("a reading is typed by the schema", () => {
  expectTypeOf(readContent(schema, {}).buyer?.name).toEqualTypeOf<string | number | undefined>();
  expectTypeOf(readContent(schema, {}).lines?.[0]?.price).toEqualTypeOf<string | number | undefined>();
  expectTypeOf<Reading<{ paid: boolean }>["paid"]>().toEqualTypeOf<boolean | undefined>();
});
