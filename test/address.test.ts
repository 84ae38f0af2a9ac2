import { expect, test } from "vitest";
import { portOf, splitQuery } from "../src/address.ts";

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

test.each([
  ["http://localhost", 80],
  ["https://localhost/hooks", 443],
  ["http://localhost:3000/", 3_000],
  ["https://localhost:80/", 80],
  ["http://localhost:443/", 443],
  ["https://[::1]:8443/", 8_443],
])("the port of %s is %d", (url, port) => {
  expect(portOf(new URL(url))).toBe(port);
});
