import { expect, test } from "vitest";
import { isSecretHeader, redactQuery } from "../../src/authentication/index.ts";

test.each([
  "authorization",
  "X-Webhook-Token",
  "authtoken-v2",
  "x_api_key",
  "Set-Cookie",
  "client-secret",
  "x-secretkey",
  "x-tokens",
])("%s holds a secret", (name) => {
  expect(isSecretHeader(name)).toBe(true);
});

test.each(["x-tokenizer", "x-secretary", "content-type", "x-key", "accept"])("%s holds none", (name) => {
  expect(isSecretHeader(name)).toBe(false);
});

test("an address in a header is a secret where its query holds one", () => {
  expect(isSecretHeader("x-original-uri", "/hooks?tenant=7&token=sesame")).toBe(true);
  expect(isSecretHeader("x-original-uri", "/hooks?tenant=7")).toBe(false);
});

test("of a whole address, too, only the values of secret parameters are replaced", () => {
  expect(redactQuery("https://crm.example/in?tenant=7&access_token=a=b&x[]=1")).toBe(
    "https://crm.example/in?tenant=7&access_token=[redacted]&x[]=1",
  );
});
