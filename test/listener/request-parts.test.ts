import { expect, test } from "vitest";
import { pathBelow } from "../../src/listener/request-parts.ts";

test.each([
  ["/hooks/", "/hooks"],
  ["/hooks/", "/hooks/"],
  ["/hooks", "/hooks"],
  ["/hooks", "/hooks/"],
])("an endpoint at %s takes %s", (endpoint, url) => {
  expect(pathBelow(url, endpoint)).toBe("/");
});
