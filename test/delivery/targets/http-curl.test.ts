import { expect, test } from "vitest";
import { curlCommand, requestFacts, type CurlRequest } from "../../../src/delivery/targets/http/curl.ts";

const json = [["content-type", "application/json"]] as const;

function command(different: Partial<CurlRequest>): string {
  return curlCommand({ url: "http://localhost:3000/", headers: json, body: Buffer.from("{}"), ...different });
}

test("a request is a command over a few lines", () => {
  const headers = [...json, ["x-team", "Ada's"]] as const;
  expect(command({ headers, body: Buffer.from(`{"a":"it's"}`) })).toBe(
    [
      "curl --request POST 'http://localhost:3000/' \\",
      "  --header 'content-type: application/json' \\",
      "  --header 'x-team: Ada'\\''s' \\",
      `  --data-binary '{"a":"it'\\''s"}'`,
    ].join("\n"),
  );
});

test("a token, a password or a cookie is a variable, never a value", () => {
  const headers = [
    ["x-appdirect-webhook-token", "sesame"],
    ["appdirect-webhook-token", "sesame"],
    ["X-AppDirect-Webhook-Token", "typed"],
    ["authorization", "Bearer sesame"],
    ["Cookie", "session=sesame"],
    ["x-api-key", "sesame"],
    ["1-secret", "sesame"],
    ...json,
  ] as const;
  const inShell = '"${APPDIRECT_HOOKS_TOKEN:?}"';
  const names = ["x-appdirect-webhook-token", "appdirect-webhook-token"];
  const presented = names.map((name) => ({ name, value: "sesame", inShell }));
  const text = command({ headers, presented });
  expect(text).not.toMatch(/sesame|typed/);
  expect(text.split("\n").slice(1, 8)).toEqual([
    "  --header 'x-appdirect-webhook-token: '\"${APPDIRECT_HOOKS_TOKEN:?}\" \\",
    "  --header 'appdirect-webhook-token: '\"${APPDIRECT_HOOKS_TOKEN:?}\" \\",
    "  --header 'X-AppDirect-Webhook-Token: '\"${APPDIRECT_HOOKS_TOKEN:?}\" \\",
    "  --header 'authorization: '\"${AUTHORIZATION:?}\" \\",
    "  --header 'Cookie: '\"${COOKIE:?}\" \\",
    "  --header 'x-api-key: '\"${X_API_KEY:?}\" \\",
    "  --header '1-secret: '\"${_1_SECRET:?}\" \\",
  ]);
});

test.each([
  ["a body", { body: Buffer.from('{"a":"\u009b2J\u202e\u2028\u200e"}') }],
  ["a body that is no text", { body: Buffer.from([0, 27, 255]) }],
  ["a header's value", { headers: [["x-a", "\u009b2J"]] as const }],
  ["an address", { url: "http://localhost:3000/?a=\u009b2J" }],
])("%s that could steer a terminal is not printed as it is", (_, request) => {
  expect(command(request)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u2028\u202e]/);
});

test("what people write is printed as they write it", () => {
  const text = '{"name":"Müller & Søn 株式会社 👩‍👧","note":"a\tb"}\n';
  // The zero-width joiner of the family is none that survives copying.
  expect(command({ body: Buffer.from(text.replace("\u200d", "")) })).toContain("Müller & Søn 株式会社 👩👧");
});

test("for programs a request is an object, its secrets redacted and its body whole", () => {
  const headers = [["x-appdirect-webhook-token", "sesame"], ...json] as const;
  const request = { url: "http://localhost:3000/", headers };
  const shown = { method: "POST", url: "http://localhost:3000/" };
  const masked = [["x-appdirect-webhook-token", "[redacted]"], ...json];
  expect(requestFacts({ ...request, body: Buffer.from('{"a":1}') })).toEqual({
    ...shown,
    headers: masked,
    body: { encoding: "utf8", data: '{"a":1}' },
  });
  expect(requestFacts({ ...request, body: Buffer.from([0xff, 0x00]) }).body).toEqual({
    encoding: "base64",
    data: "/wA=",
  });
});
