import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  editText,
  itemSpansOf,
  type Json,
  parsePath,
  type PlaceEdit,
  setInText,
  spanAt,
  textAt,
  textsAt,
  unsetInText,
} from "../../../src/events/index.ts";

const order = '{"id":1152921506151679042,"lines":[{"price":10.00},{"price":1.50,"unit":"USER"}],"total":11.50}';

test("where a value stands is told by its offsets, without the white space around it", () => {
  expect(spanAt('{ "a" : [ 1 ] , "b":"}" }', ["b"])).toEqual({ key: "b", keyStart: 16, start: 20, end: 23 });
  expect(spanAt('{"a":[1, 2]}', ["a", 1])).toEqual({ start: 9, end: 10 });
  expect(spanAt('{"a":1}', ["b"])).toBe(undefined);
  expect(itemSpansOf(' [ {"a":"]"} ,\n2] ')).toEqual([
    { start: 3, end: 12 },
    { start: 15, end: 16 },
  ]);
  expect(itemSpansOf("[ ]")).toEqual([]);
});

test("only the place that is set gets other characters", () => {
  expect(setInText(order, parsePath("lines[1].price"), "2.0").text).toBe(order.replace("1.50,", "2.0,"));
  expect(setInText(order, parsePath("lines[*].price"), "7").text).toBe(
    order.replace("10.00", "7").replace("1.50,", "7,"),
  );
  expect(setInText(" { } ", parsePath("a[0].b"), "1").text).toBe(' {"a":[{"b":1}] } ');
});

test("what was added is told apart from what was replaced, with the keys beside it", () => {
  expect(setInText(order, parsePath("total"), "1")).toMatchObject({ replaced: 1, added: 0 });
  expect(setInText(order, parsePath("totl"), "1")).toMatchObject({
    replaced: 0,
    added: 1,
    missing: { step: 0, beside: ["id", "lines", "total"] },
  });
  expect(setInText(order, parsePath("lines[2]"), "1")).toMatchObject({ replaced: 0, added: 1 });
  expect(setInText(order, parsePath("lines[3]"), "1")).toMatchObject({ text: order, replaced: 0, added: 0 });
});

test("of a key that stands twice the last is the value, as it is for JSON.parse; taken away go both", () => {
  const twice = '{"a":1.0,"b":2,"a":3.0}';
  expect(setInText(twice, parsePath("a"), "4").text).toBe('{"a":1.0,"b":2,"a":4}');
  expect(textAt(twice, ["a"])).toBe("3.0");
  expect(unsetInText(twice, parsePath("a"))).toEqual({ text: '{"b":2}', removed: 1 });
  expect(editText(twice, [{ place: ["a"] }])).toBe('{"b":2}');
  expect(editText(twice, [{ place: ["a"], text: "0" }])).toBe('{"a":0,"b":2,"a":0}');
});

test("many places are edited in one walk: some replaced, some members gone, what is between them kept", () => {
  const edits: PlaceEdit[] = [
    { place: ["lines", 0, "price"], text: '"[redacted]"' },
    { place: ["lines", 1, "unit"] },
    { place: ["id"] },
    { place: ["nowhere", 3], text: "1" },
    { place: ["total", 0], text: "1" },
  ];
  expect(editText(order, edits)).toBe('{"lines":[{"price":"[redacted]"},{"price":1.50}],"total":11.50}');
  expect(editText(order, [])).toBe(order);
  expect(editText("1.0", [{ place: [], text: "null" }])).toBe("null");
});

test("what stands at places is read as it is written", () => {
  expect(textsAt(order, [["total"], ["lines", 1], ["none"]])).toEqual(['{"price":1.50,"unit":"USER"}', "11.50"]);
  expect(textAt(order, ["lines", 0, "price"])).toBe("10.00");
  expect(textAt(order, ["lines", "price"])).toBeUndefined();
  expect(textAt(order, ["total", "x"])).toBeUndefined();
});

test("keys are found by what they mean, not by how they are escaped", () => {
  expect(setInText('{"n\\u0061me":1}', parsePath("name"), "2").text).toBe('{"n\\u0061me":2}');
  expect(textAt('{"a\\"b":[{"c}":1.0}]}', ['a"b', 0, "c}"])).toBe("1.0");
});

/** A value somewhere in a value, and the way to it. */
function placesIn(value: Json, place: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [place];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [place, ...parts.flatMap(([step, part]) => placesIn(part, [...place, step]))];
}

test("at every place of any JSON stands what JSON.parse finds there, and it can be replaced alone", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 2 }), (given, spaces) => {
      const text = JSON.stringify(given, null, spaces);
      const value: Json = JSON.parse(text);
      for (const place of placesIn(value)) {
        const there = textAt(text, place);
        expect(JSON.parse(there ?? "")).toEqual(valueAt(value, place));
        expect(editText(text, [{ place, text: there ?? "" }])).toBe(text);
        const edited: Json = JSON.parse(editText(text, [{ place, text: '"new"' }]));
        expect(valueAt(edited, place)).toBe("new");
      }
    }),
    { numRuns: 200, seed: 20260115 },
  );
});

test("members that go take one comma each, and what is kept between them keeps its white space", () => {
  const gone = (...keys: string[]) =>
    editText(
      '{ "a": 1.0, "b": { "c": 2 } , "d": 3.00 }',
      keys.map((key) => ({ place: [key] })),
    );
  expect(gone("a")).toBe('{"b": { "c": 2 } , "d": 3.00 }');
  expect(gone("b")).toBe('{ "a": 1.0,"d": 3.00 }');
  expect(gone("d")).toBe('{ "a": 1.0, "b": { "c": 2 }}');
  expect(gone("a", "b", "d")).toBe("{}");
  expect(gone("a", "d")).toBe('{"b": { "c": 2 }}');
});

test("a member that goes within one that stays, beside one that is replaced", () => {
  const edits: PlaceEdit[] = [{ place: ["b", 1, "c"] }, { place: ["d"], text: "null" }, { place: ["a"] }];
  expect(editText('{"a":1,"b":[0,{"c":2,"e":1.50}],"d":{"x":1}}', edits)).toBe('{"b":[0,{"e":1.50}],"d":null}');
});

function valueAt(value: Json, place: readonly (string | number)[]): unknown {
  return place.reduce<unknown>((there, step) => Object(there)[step], value);
}
