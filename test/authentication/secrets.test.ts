import { expect, test } from "vitest";
import { isSecretHeader, isSecretName, redactAddress } from "../../src/authentication/index.ts";

test.each([
  "authorization",
  "X-Webhook-Token",
  "authtoken-v2",
  "x_api_key",
  "x-api_key",
  "Set-Cookie",
  "client-secret",
  "x-secretkey",
  "x-tokens",
  "X-Auth-Key",
  "Authentication",
  "Ocp-Apim-Subscription-Key",
  "x-functions-key",
  "X-Jwt-Assertion",
  "X-Amzn-Oidc-Data",
  "Cf-Access-Jwt-Assertion",
  "X-Hub-Signature-256",
  "X-Shopify-Hmac-Sha256",
  "X-PASSWD",
  "X-ToKeN",
  "jsessionid",
  "x-passcode",
  "x-masterkey",
  "x-basicauth",
])("the header %s holds a secret", (name) => {
  expect(isSecretHeader(name)).toBe(true);
});

test.each([
  "x-tokenizer",
  "x-secretary",
  "content-type",
  "x-key",
  "accept",
  "idempotency-key",
  "x-author",
  "x-country-code",
  "x-signal",
  "x-passenger",
  "x-cache-key",
])("the header %s holds none", (name) => {
  expect(isSecretHeader(name)).toBe(false);
});

test.each([
  "x-appdirect-webhook-token",
  "auth_token",
  "accessToken",
  "clientSecret",
  "session_id",
  "jwt",
  "hmac",
  "sig",
  "code",
  "APIKey",
  "X-Amz-Signature",
  "ToKeN",
  "passcode",
  "user[password]",
])("the parameter %s is a secret", (name) => {
  expect(isSecretName(name, "parameter")).toBe(true);
});

test.each(["tenant", "monkey", "countryCode", "editionCode", "page", "keys", "author", "signal"])(
  "the parameter %s is not a secret",
  (name) => {
    expect(isSecretName(name, "parameter")).toBe(false);
  },
);

test.each([
  "access-token",
  "refresh-token",
  "client_secret",
  "password",
  "apiKey",
  "privateKey",
  "sessionId",
  "authorization",
  "adminPassword2",
  "webhook.token",
  "pass_word",
  "passPhrase",
  "signingkey",
  "client_assertion",
  "authorizationCode",
  "cvv",
])("the field %s of a body is a secret", (name) => {
  expect(isSecretName(name, "body")).toBe(true);
});

// All of AppDirect's documented fields that look a little like one, and what is said about secrets.
test.each([
  "registrationCode",
  "referenceCode",
  "countryCode",
  "key",
  "token_type",
  "accessTokenUrl",
  "passwordPolicy",
  "tokenExpiresAt",
  "signature",
  "session",
  "pin",
  "companyId",
  "description",
  "authorizedUser",
  "authorizedBy",
  "authorizationAmount",
  "pricePerToken",
  "nextPageToken",
  "passwordStrength",
  "cookieConsent",
  "tokenName",
  "apiKeyId",
  "profession_id",
])("the field %s of a body is not a secret", (name) => {
  expect(isSecretName(name, "body")).toBe(false);
});

const jsonWebToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

test.each([
  ["an address with a secret in its query", "/hooks?tenant=7&token=sesame"],
  ["an address with a secret in its path", "/hooks;jsessionid=1F/in"],
  ["an address with a user and a password", "https://ada:sesame@proxy.example/in"],
  ["such an address among others", '<https://a.example/>; rel="self", <https://ada:sesame@b.example/>'],
  ["a pair with a secret name", "tenant=7; token=sesame"],
  ["a JSON Web Token", jsonWebToken],
  ["a bearer's token", "Bearer sesame"],
  ["a name and a password in Basic's form", `Basic ${Buffer.from("ada:sesame").toString("base64")}`],
  ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
  ["a pair that is encoded", "next%3D1%26token%3Dsesame"],
  ["JSON", '{"token":"sesame"}'],
])("a header with %s holds a secret, whatever its name", (_, value) => {
  expect(isSecretHeader("x-original", value)).toBe(true);
});

test.each([
  "/hooks?tenant=7",
  "https://medium.com/@ada",
  "multipart/form-data; boundary=x1",
  "for=192.0.2.60;proto=http;by=203.0.113.43",
  "Basic Professional",
  "the bearer of news",
])("a header with the value %s holds none", (value) => {
  expect(isSecretHeader("x-original", value)).toBe(false);
});

test.each([
  [
    "https://crm.example/in?tenant=7&access_token=a=b&x[]=1",
    "https://crm.example/in?tenant=7&access_token=[redacted]&x[]=1",
  ],
  ["https://ada:ses@me@crm.example/in", "https://[redacted]@crm.example/in"],
  ["/hooks;v=1;token=abc/in;x=1?y=2", "/hooks;v=1;token=[redacted]/in;x=1?y=2"],
  ["https://crm.example/#access_token=abc&state=1", "https://crm.example/#access_token=[redacted]&state=1"],
  [`/?trace=${jsonWebToken}&n=1`, "/?trace=[redacted]&n=1"],
  ["/?a=Bearer%20abc&b=Bearer+abc", "/?a=[redacted]&b=[redacted]"],
  ["/?%74oken=abc", "/?%74oken=[redacted]"],
  ["/?back=https%3A%2F%2Fada%3Asesame%40crm.example%2F", "/?back=[redacted]"],
  ["/?token=&tenant=7", "/?token=&tenant=7"],
  ["/?%zz=1", "/?%zz=1"],
  [`/in/${jsonWebToken}/out`, "/in/[redacted]/out"],
  ["/Bearer%20sesame/in", "/[redacted]/in"],
  ["/?next=cb%3Ftoken%3Dsesame&n=1", "/?next=[redacted]&n=1"],
  ['/?q={"token":"sesame"}', "/?q=[redacted]"],
])("of %s the secrets are replaced, and nothing else: %s", (address, shown) => {
  expect(redactAddress(address)).toBe(shown);
});
