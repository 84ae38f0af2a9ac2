import { expect, test } from "vitest";
import { options, type OptionDefinition } from "../../src/config/index.ts";
import type { HooksError } from "../../src/errors.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";

const missing = Object.assign(new Error("ENOENT: no such file or directory, open 'token.txt'"), { code: "ENOENT" });

async function tokenOf(typed: string, file?: string) {
  const readFile = (path: string) => {
    if (file === undefined || path !== "token.txt") throw missing;
    return file;
  };
  return (await resolved("token", { flags: { token: typed }, readFile }))[0];
}

test("what takes a secret is a setting, so that it need not be typed", async () => {
  const secrets = (Object.entries(options) as [string, OptionDefinition][]).filter(([, { secret }]) => secret === true);
  expect(secrets.map(([name, { setting }]) => [name, setting])).toEqual([
    ["token", true],
    ["client", true],
    ["user", true],
    ["tunnelToken", true],
    ["header", true],
    ["bearer", true],
    ["apiClient", true],
  ]);
});

test("@file reads the secret from there, without the white space around it", async () => {
  expect(await tokenOf("@token.txt", "  sesame-429 \r\n")).toBe("sesame-429");
});

test("@file works in a variable too", async () => {
  const sources = { flags: {}, env: { APPDIRECT_HOOKS_TOKEN: "@token.txt" }, readFile: () => "sesame-429\n" };
  expect(await resolved("token", sources)).toEqual(["sesame-429", "environment"]);
});

test("a header may come from a file, for it may hold a secret", async () => {
  const sources = { flags: { header: ["@h.txt"] }, env: {}, readFile: () => "authorization: Bearer sesame-429\n" };
  expect((await resolved("header", sources))[0]).toEqual([["authorization", "Bearer sesame-429"]]);
});

test("a file that cannot be read is named, with the flag that asked for it", async () => {
  const error = await rejection(tokenOf("@token.txt"));
  expect([error.code, error.message, error.hint, error.cause]).toEqual([
    "BAD_VALUE",
    "The file token.txt cannot be read (from --token).",
    "Check the path after the @ and the permissions of the file.",
    missing,
  ]);
});

test("an @ without a file is refused", async () => {
  expect((await rejection(tokenOf("@"))).message).toBe("--token @ has no file name after the @.");
});

test("a file with nothing in it is no secret", async () => {
  expect((await rejection(tokenOf("@token.txt", " \n"))).message).toBe("--token [redacted] is empty.");
});

test.each(["sesame-429\nsecond line", "sesame-429\u0000", "sesame-429\u007f"])(
  "a token that no header can hold is refused, and not shown",
  async (token) => {
    const error = await rejection(tokenOf("@token.txt", `${token}end`));
    expect(error.message).toBe("--token [redacted] has a character that a header cannot have.");
    expect(everythingSaid(error)).not.toContain("sesame");
  },
);

test("a header that is none is refused, and its value is not shown", async () => {
  const sources = { flags: { header: ["authorization Bearer sesame-429"] }, env: {}, readFile: () => "" };
  const error = await rejection(resolved("header", sources));
  expect(error.message).toBe('--header [redacted] is not a header such as "x-team: billing".');
  expect(everythingSaid(error)).not.toContain("sesame");
});

test("a value that is no secret may begin with @", async () => {
  const sources = { flags: { out: "@here" }, env: {}, readFile: () => "not this" };
  expect((await resolved("out", sources))[0]).toBe("@here");
});

/** With --debug the stack and the causes are shown too. */
function everythingSaid(error: HooksError): string {
  const cause = error.cause instanceof Error ? `${error.cause.stack} ${JSON.stringify(error.cause)}` : "";
  return [error.message, error.hint, error.stack, cause].join("\n");
}
