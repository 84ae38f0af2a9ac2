import { expect, test } from "vitest";
import { withBearer } from "../../../src/commands/replay/bearer.ts";

const header = [["x-team", "billing"]] as const;

test("an access token is one more header", () => {
  expect(withBearer({ positionals: [], options: { header, bearer: "sesame" } })).toEqual({
    positionals: [],
    options: {
      bearer: "sesame",
      header: [
        ["x-team", "billing"],
        ["authorization", "Bearer sesame"],
      ],
    },
  });
});

test("without one nothing is added", () => {
  const input = { positionals: ["last"], options: { header, bearer: undefined } };
  expect(withBearer(input)).toBe(input);
});
