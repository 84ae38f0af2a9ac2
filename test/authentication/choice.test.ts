import { expect, test } from "vitest";
import { needsToPresent, schemeFor } from "../../src/authentication/index.ts";

test.each([
  [[], [], "none"],
  [["token"], ["token"], "token"],
  [["token"], [], "token"],
  [["user"], ["user"], "none"],
  [["user", "token"], ["user"], "token"],
  [["client"], ["client"], "oauth2-client"],
  [["client", "user"], ["client"], "oauth2-password"],
  [["client", "user"], ["client", "user"], "oauth2-password"],
  [["client", "token"], [], "token"],
] as const)("for %j, of which %j was typed, the scheme is %s", (given, typed, scheme) => {
  expect(schemeFor(given, typed)).toBe(scheme);
});

test.each([
  [["x-appdirect-webhook-token"], [["token"]]],
  [["cookie", "appdirect-webhook-token"], [["token"]]],
  [
    ["authorization", "cookie"],
    [["client"], ["client", "user"]],
  ],
  [["cookie", "resource.content.email"], []],
])("%j are presented by who is given %j", async (headers, needs) => {
  expect(await needsToPresent(headers)).toEqual(needs);
});
