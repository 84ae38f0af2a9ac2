import { expect, test } from "vitest";
import { isSecretHeader, redactDocument, redactText, redactWords } from "../../src/authentication/index.ts";

test.each([
  ["No event matches https://ada:sesame@crm.example/", "No event matches https://[redacted]@crm.example/"],
  ['"http://h/?token=abc&x=1" is not a target', '"http://h/?token=[redacted]&x=1" is not a target'],
  ["see https://h.example/?code=abc&n=1", "see https://h.example/?code=[redacted]&n=1"],
  ["--password=sesame cannot be used", "--password=[redacted] cannot be used"],
  ["POST https://h/ x-api_key: sesame street", "POST https://h/ x-api_key: [redacted]"],
  ["'Authorization: Bearer abc' was given", "'Authorization: [redacted]' was given"],
  ["it said Bearer abc123def", "it said [redacted]"],
])("%s is shown as %s", (text, shown) => {
  expect(redactText(text)).toBe(shown);
});

test.each([
  'The header "x-token" cannot be sent: its name or value has characters that headers cannot contain.',
  "Put the tunnel's token into APPDIRECT_HOOKS_TUNNEL_TOKEN, or into a file and give --tunnel-token @<file>.",
  "--new-token generates a token, but --token already gives one.",
  "Present them with -H 'x-token: …'.",
  "Port 4747 (from --port) is already in use.",
])("a sentence without a secret stays: %s", (sentence) => {
  expect(redactText(sentence)).toBe(sentence);
});

test("of a command the secrets behind flags, in headers and in addresses are replaced", () => {
  const typed = ["curl", "-u", "ada:sesame", "-H", "x-api_key: sesame", "--token", "abc", "-v", "https://u:p@h/?a=1"];
  expect(redactWords(typed)).toEqual([
    "curl",
    "-u",
    "[redacted]",
    "-H",
    "x-api_key: [redacted]",
    "--token",
    "[redacted]",
    "-v",
    "https://[redacted]@h/?a=1",
  ]);
});

test("within a word that is a command itself they are, too", () => {
  expect(
    redactWords(["sh", "-c", `curl -u ada:sesame --token 'a b' -H "x-token: sesame" https://h/ && node -v`]),
  ).toEqual(["sh", "-c", `curl -u [redacted] --token [redacted] -H "x-token: [redacted]" https://h/ && node -v`]);
});

test("of a command without secrets nothing is", () => {
  const typed = ["node", "handle.js", "--user", "ada", "--verbose"];
  expect(redactWords(typed)).toEqual(typed);
});

test.each([
  ['{"message":"no","password":"sesame","n":1}', '{"message":"no","password":"[redacted]","n":1}'],
  ['{"token": 12345, "ok": true}', '{"token": [redacted], "ok": true}'],
  ['{"password":null,"secret":""}', '{"password":null,"secret":""}'],
  ["<p>token=sesame</p><apiKey>sesame</apiKey>", "<p>token=[redacted]</p><apiKey>[redacted]</apiKey>"],
  ["invalid email ada@x.example", "invalid email [redacted]"],
  ["authorization: Bearer sesame", "authorization: [redacted]"],
])("a program's answer %s is shown as %s", (text, shown) => {
  expect(redactDocument(text, ["ada@x.example"])).toBe(shown);
});

// Each would take minutes with an expression that looks at the same characters again and again: the test's time is its limit.
test.each(["%41", "a:b", "token=", "eyJ", "a=/", "x-a: ", '"a" : ', "https://a?", "bearer ", "-----BEGIN ", "a>"])(
  "a long text of %s is looked through once",
  (part) => {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect(redactDocument(text).length).toBeGreaterThan(0);
    expect(isSecretHeader("x-long", text)).toBeTypeOf("boolean");
  },
);
