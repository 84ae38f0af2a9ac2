import { expect, test } from "vitest";
import { type Json, parsePath } from "../../src/events/index.ts";
import { type Random, seededRandom } from "../../src/random.ts";
import { valuesAt } from "../harness/values-at.ts";
import { setAt, unsetAt } from "../harness/changed-at.ts";

const keys = ["id", "a.b", "__proto__", "first name", "x-y", "[0]", 'say "hi"'];

interface Place {
  path: string;
  payload: Json;
}

/** A payload of some depth, and the path to one of the values in it. */
function somewhere(random: Random, depth: number): Place {
  if (depth === 0) return { path: "", payload: random.integer(0, 9) };
  const inner = somewhere(random, depth - 1);
  if (random.integer(0, 2) === 0) {
    const before = random.integer(0, 2);
    return {
      path: `[${before}]${inner.path}`,
      payload: [...Array.from({ length: before }, () => null), inner.payload, "last"],
    };
  }
  const key = keys[random.integer(0, keys.length - 1)] ?? "";
  return {
    path: `[${JSON.stringify(key)}]${inner.path}`,
    payload: Object.fromEntries([
      ["first", true],
      [key, inner.payload],
    ]),
  };
}

test("for 500 payloads: what is set is there, what was there can be put back, what is unset is gone", () => {
  const random = seededRandom(20260115);
  for (let round = 0; round < 500; round++) {
    const { path: text, payload } = somewhere(random, random.integer(1, 6));
    const path = parsePath(text);
    const before = JSON.stringify(payload);
    const [old = null] = valuesAt(payload, path);

    const after = setAt(payload, path, { new: round });
    expect(after.changed, text).toBe(1);
    expect(valuesAt(after.payload, path), text).toEqual([{ new: round }]);
    expect(JSON.stringify(setAt(after.payload, path, old).payload), text).toBe(before);

    const without = unsetAt(after.payload, path);
    expect(without.changed, text).toBe(1);
    expect(JSON.stringify(without.payload), text).not.toContain('"new"');
    expect(JSON.stringify(payload), text).toBe(before);
  }
});
