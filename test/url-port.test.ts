import { expect, test } from "vitest";
import { portOf } from "../src/url-port.ts";

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
