import { expect, test } from "vitest";
import { splitQuery } from "../src/query.ts";

test.each([
  ["/", "/", undefined],
  ["/hooks?tenant=7", "/hooks", "tenant=7"],
  ["/hooks?", "/hooks", ""],
  ["/hooks?a=1?b&c=?", "/hooks", "a=1?b&c=?"],
  ["?a=1", "", "a=1"],
  ["", "", undefined],
  ["https://example.com/x?a=1", "https://example.com/x", "a=1"],
])("%j has the path %j and the query %j", (address, path, query) => {
  expect(splitQuery(address)).toEqual({ path, query });
});
