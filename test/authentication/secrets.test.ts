import { expect, test } from "vitest";
import { isSecretHeader, redactQuery } from "../../src/authentication/index.ts";

test.each(["authorization", "X-Webhook-Token", "authtoken-v2", "x_api_key", "Set-Cookie", "client-secret"])(
  "%s holds a secret",
  (name) => {
    expect(isSecretHeader(name)).toBe(true);
  },
);

test.each(["x-tokenizer", "x-secretary", "content-type", "x-key", "cookies-accepted"])("%s holds none", (name) => {
  expect(isSecretHeader(name)).toBe(false);
});

test("of a whole address, too, only the values of secret parameters are replaced", () => {
  expect(redactQuery("https://crm.example/in?tenant=7&access_token=a=b&x[]=1")).toBe(
    "https://crm.example/in?tenant=7&access_token=[redacted]&x[]=1",
  );
});
