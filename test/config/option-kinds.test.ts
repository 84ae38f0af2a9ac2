import { expect, test } from "vitest";
import { resolveOptions, type OptionName } from "../../src/config/index.ts";
import { failureOf } from "../harness/failure-of.ts";

interface Given {
  flags?: Record<string, unknown>;
  env?: Record<string, string>;
}

function valueOf(name: OptionName, { flags = {}, env = {} }: Given) {
  return resolveOptions([name], { flags, env, readFile: () => " token-of-a-file\n" }).values[name];
}

test.each([
  [{ flags: { exitOnDisconnect: "10m" } }, 600_000],
  [{ flags: { exitOnDisconnect: true } }, 30_000],
  [{ env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "2s" } }, 2_000],
  [{ env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "true" } }, 30_000],
  [{ env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "off" } }, undefined],
  [{ env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "" } }, undefined],
  [{}, undefined],
] as [Given, number | undefined][])("an option whose value may be left out: %j is %j", (given, value) => {
  expect(valueOf("exitOnDisconnect", given)).toBe(value);
});

test.each([
  [{ flags: { tunnel: "named" } }, "named"],
  [{ flags: { tunnel: false } }, false],
  [{ flags: { tunnel: "none" } }, false],
  [{ env: { APPDIRECT_HOOKS_TUNNEL: "quick" } }, "quick"],
  [{ env: { APPDIRECT_HOOKS_TUNNEL: "false" } }, false],
  [{ env: { APPDIRECT_HOOKS_TUNNEL: "none" } }, false],
  [{ env: { APPDIRECT_HOOKS_TUNNEL: "true" } }, undefined],
  [{ flags: { tunnel: "quick" }, env: { APPDIRECT_HOOKS_TUNNEL: "off" } }, "quick"],
  [{}, undefined],
] as [Given, string | false | undefined][])("an option that can be refused: %j is %j", (given, value) => {
  expect(valueOf("tunnel", given)).toBe(value);
});

test("another program's variable counts where ours is not set", () => {
  const env = { CLOUDFLARED_BIN: "/a/cloudflared" };
  expect(valueOf("cloudflared", { env })).toBe("/a/cloudflared");
  expect(valueOf("cloudflared", { env: { ...env, APPDIRECT_HOOKS_CLOUDFLARED: "/b/cloudflared" } })).toBe(
    "/b/cloudflared",
  );
  expect(valueOf("cloudflared", { flags: { cloudflared: "/c" }, env })).toBe("/c");
});

test("a tunnel's token is typed as a file alone, and a variable may hold it", () => {
  expect(valueOf("tunnelToken", { flags: { tunnelToken: "@token.txt" } })).toBe("token-of-a-file");
  expect(valueOf("tunnelToken", { env: { APPDIRECT_HOOKS_TUNNEL_TOKEN: "sesame" } })).toBe("sesame");
  expect(failureOf(() => valueOf("tunnelToken", { flags: { tunnelToken: "sesame" } }))).toEqual({
    code: "BAD_VALUE",
    message: "--tunnel-token (a secret) cannot be used: what is typed can be read by others on this machine.",
    hint: "Write it to a file and give --tunnel-token @<file>, or use the variable.",
  });
});

test.each([
  ["https://hooks.example.com", "https://hooks.example.com/"],
  ["http://hooks.example.com:8080/appdirect", "http://hooks.example.com:8080/appdirect"],
])("%s is a public address", (given, value) => {
  expect(valueOf("publicUrl", { flags: { publicUrl: given } })).toBe(value);
});

const needed = "an address such as https://hooks.example.com is needed";
const bare = "an address without user name, password, query and # is needed";

test.each([
  ["hooks.example.com", "hooks.example.com", needed],
  ["ftp://hooks.example.com", "ftp://hooks.example.com", needed],
  ["https://ada:sesame@hooks.example.com", "https://[redacted]@hooks.example.com", bare],
  ["https://hooks.example.com/?a=1", "https://hooks.example.com/?a=1", bare],
  [
    "https://hooks.example.com/a b@",
    "https://hooks.example.com/a b@",
    "its path has a character that --path does not take",
  ],
])("%s is none, and no password is shown", (given, shown, why) => {
  const { message } = failureOf(() => valueOf("publicUrl", { flags: { publicUrl: given } }));
  expect(message).toBe(`--public-url ${shown} cannot be used: ${why}.`);
});
