import { expect, test } from "vitest";
import { positionsIn } from "../../../src/commands/validate/positions.ts";

const text = ['{ "payload": {', '  "a.b": [1,', '    { "c": 2 }],', '  "d": 1, "d": 3', "} }"].join("\n");

test.each([
  ["", 1, 3],
  ['["a.b"]', 2, 3],
  ['["a.b"][1]', 3, 5],
  ['["a.b"][1].c', 3, 7],
  ["d", 4, 11],
  ["missing", 1, 3],
  ['["a.b"][1].missing', 3, 5],
])("%s stands at %i:%i", async (path, line, column) => {
  const positionOf = await positionsIn(text, ["payload"]);
  expect(positionOf?.(path)).toEqual({ line, column });
});

test("a text that is nested too deeply has no positions", async () => {
  expect(await positionsIn("[".repeat(200_000) + "]".repeat(200_000), [])).toBeUndefined();
});
