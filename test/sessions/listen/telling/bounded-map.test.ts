import { expect, test } from "vitest";
import { BoundedMap, textBytes } from "../../../../src/sessions/listen/telling/bounded-map.ts";

/** Each entry of one letter takes 100 bytes for itself, 2 for its key and 2 for its value. */
const ofThree = () => new BoundedMap<string>({ bytes: 3 * 104, bytesOf: textBytes });

function keysOf(map: BoundedMap<string>): string[] {
  return ["a", "b", "c", "d"].filter((key) => map.has(key));
}

test("what was set longest ago is forgotten, not what was set first", () => {
  const map = ofThree();
  for (const key of ["a", "b", "c", "a", "d"]) map.set(key, "x");
  expect(keysOf(map)).toEqual(["a", "c", "d"]);
});

test("a long value makes several others go, and a long key too", () => {
  const [values, keys] = [ofThree(), ofThree()];
  for (const map of [values, keys]) for (const key of ["a", "b", "c"]) map.set(key, "x");
  values.set("d", "x".repeat(100));
  keys.set("d".repeat(101), "x");
  expect([keysOf(values), keysOf(keys)]).toEqual([["d"], []]);
  expect(keys.has("d".repeat(101))).toBe(true);
});

test("what is larger than the whole map is not kept, and what it would replace is gone", () => {
  const map = ofThree();
  for (const key of ["a", "b"]) map.set(key, "x");
  map.set("a", "x".repeat(1_000));
  expect(keysOf(map)).toEqual(["b"]);
});

test("what is replaced or deleted makes room", () => {
  const map = ofThree();
  for (const key of ["a", "b", "c", "c", "c"]) map.set(key, "x");
  map.delete("a");
  map.set("d", "x");
  expect(keysOf(map)).toEqual(["b", "c", "d"]);
});
