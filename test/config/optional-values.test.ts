import { expect, test } from "vitest";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";

test.each([
  ["with a value", "2m", 120_000],
  ["alone", true, 30_000],
])("--exit-on-disconnect typed %s has its duration", async (_, typed, ms) => {
  const env = { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "5s" };
  expect(await resolved("exitOnDisconnect", { flags: { exitOnDisconnect: typed }, env })).toEqual([ms, "flag"]);
});

test.each([
  ["5s", 5_000, "environment"],
  ["0", undefined, "environment"],
  ["true", 30_000, "environment"],
  ["YES", 30_000, "environment"],
  ["false", undefined, "environment"],
  ["off", undefined, "environment"],
  ["", undefined, "default"],
])("the variable of --exit-on-disconnect that is %j means %j", async (text, ms, origin) => {
  expect(await resolved("exitOnDisconnect", { env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: text } })).toEqual([
    ms,
    origin,
  ]);
});

test("--exit-on-disconnect that is given nowhere is undefined", async () => {
  expect(await resolved("exitOnDisconnect", {})).toEqual([undefined, "default"]);
});

test.each([
  [{ flags: { exitOnDisconnect: "soon" } }, "--exit-on-disconnect "],
  [{ env: { APPDIRECT_HOOKS_EXIT_ON_DISCONNECT: "soon" } }, "APPDIRECT_HOOKS_EXIT_ON_DISCONNECT="],
])("a wrong duration in %j is told with where it stands", async (given, origin) => {
  expect((await rejection(resolved("exitOnDisconnect", given))).message).toBe(
    `${origin}soon is not a duration such as 500ms, 30s, 5m, 12h or 7d.`,
  );
});

test("a handler that stands behind a flag whose value may be left out is told where it goes", async () => {
  expect((await rejection(resolved("keepTunnel", { flags: { keepTunnel: "3000" } }))).hint).toBe(
    "Use another value. If it is not meant for --keep-tunnel, put it before the flag: 3000 --keep-tunnel",
  );
});

test.each([
  ["--tunnel named", "named", "named"],
  ["--no-tunnel", false, false],
  ["--tunnel none", "none", false],
  ["--tunnel off", "off", false],
])("%s goes before the variable", async (_, typed, value) => {
  const env = { APPDIRECT_HOOKS_TUNNEL: "quick" };
  expect(await resolved("tunnel", { flags: { tunnel: typed }, env })).toEqual([value, "flag"]);
});

test.each([
  ["named", "named", "environment"],
  ["false", false, "environment"],
  ["No", false, "environment"],
  ["0", false, "environment"],
  ["none", false, "environment"],
  ["true", undefined, "environment"],
  ["1", undefined, "environment"],
  ["", undefined, "default"],
])("the variable of --tunnel that is %j means %j", async (text, value, origin) => {
  expect(await resolved("tunnel", { env: { APPDIRECT_HOOKS_TUNNEL: text } })).toEqual([value, origin]);
});

test("--tunnel that is given nowhere is undefined", async () => {
  expect(await resolved("tunnel", {})).toEqual([undefined, "default"]);
});

test.each([
  [{ flags: { tunnel: "quik" } }, "--tunnel "],
  [{ env: { APPDIRECT_HOOKS_TUNNEL: "quik" } }, "APPDIRECT_HOOKS_TUNNEL="],
])("a wrong tunnel in %j is told with where it stands, and what was meant", async (given, origin) => {
  const { code, message, hint } = await rejection(resolved("tunnel", given));
  expect([code, message]).toEqual(["BAD_VALUE", `${origin}quik is unknown: use quick, given or named.`]);
  expect(hint).toContain("quick");
});

const both = { APPDIRECT_HOOKS_CLOUDFLARED: "/ours", CLOUDFLARED_BIN: "/theirs" };

test.each([
  [{ flags: { cloudflared: "/typed" }, env: both }, "/typed", "flag"],
  [{ env: both }, "/ours", "environment"],
  [{ env: { ...both, APPDIRECT_HOOKS_CLOUDFLARED: "" } }, "/theirs", "environment"],
  [{ env: { CLOUDFLARED_BIN: "/theirs" } }, "/theirs", "environment"],
  [{ env: { CLOUDFLARED_BIN: "" } }, undefined, "default"],
])("of %j the program is %j", async (given, file, origin) => {
  expect(await resolved("cloudflared", given)).toEqual([file, origin]);
});

test("a token that is typed in clear is refused, and not shown", async () => {
  const error = await rejection(resolved("tunnelToken", { flags: { tunnelToken: "eyJhIjoiMSJ9" } }));
  expect([error.code, error.message, error.hint]).toEqual([
    "BAD_VALUE",
    "--tunnel-token does not accept a typed secret: others on this machine could read it.",
    "Write it to a file and use --tunnel-token @<file>, or set the variable.",
  ]);
  const cause = error.cause instanceof Error ? `${error.cause.stack} ${JSON.stringify(error.cause)}` : "";
  expect(`${error.stack} ${cause}`).not.toContain("eyJ");
});

test("a token is read from the file that is typed, and from the one that the variable names", async () => {
  const readFile = (path: string) => (path === "token.txt" ? "eyJhIjoiMSJ9\n" : "another");
  const env = { APPDIRECT_HOOKS_TUNNEL_TOKEN: "@token.txt" };
  expect(await resolved("tunnelToken", { flags: { tunnelToken: "@token.txt" }, readFile })).toEqual([
    "eyJhIjoiMSJ9",
    "flag",
  ]);
  expect(await resolved("tunnelToken", { env, readFile })).toEqual(["eyJhIjoiMSJ9", "environment"]);
});

test("in its variable a token stands in clear", async () => {
  const env = { APPDIRECT_HOOKS_TUNNEL_TOKEN: "eyJhIjoiMSJ9" };
  expect(await resolved("tunnelToken", { env })).toEqual(["eyJhIjoiMSJ9", "environment"]);
});

test.each([
  ["https://hooks.example.com", "https://hooks.example.com/"],
  ["https://hooks.example.com/", "https://hooks.example.com/"],
  ["https://Hooks.Example.com:8443/appdirect/", "https://hooks.example.com:8443/appdirect/"],
  ["http://192.168.0.7:4747/h/a-b_c.d~e%20f", "http://192.168.0.7:4747/h/a-b_c.d~e%20f"],
])("the public address %s is taken", async (typed, url) => {
  expect(await resolved("publicUrl", { flags: { publicUrl: typed } })).toEqual([url, "flag"]);
});

const address = "is not an address such as https://hooks.example.com";
const bare = "must not have a user name, a password, a query or a #";
const path = "has a path with a character that --path does not accept";

test.each([
  ["", '""', address],
  ["hooks.example.com", "hooks.example.com", address],
  ["hooks.example.com:443", "hooks.example.com:443", address],
  ["ftp://hooks.example.com", "ftp://hooks.example.com", address],
  ["https://", "https://", address],
  ["https://me@hooks.example.com", "https://[redacted]@hooks.example.com", bare],
  ["https://:pa55@hooks.example.com", "https://[redacted]@hooks.example.com", bare],
  ["https://me:pa55@hooks.example.com/x", "https://[redacted]@hooks.example.com/x", bare],
  ["https://hooks.example.com/#top", "https://hooks.example.com/#top", bare],
  ["https://hooks.example.com/?tenant=7", "https://hooks.example.com/?[redacted]", bare],
  ["https://hooks.example.com/a+b", "https://hooks.example.com/a+b", path],
  ["https://hooks.example.com/a;b", "https://hooks.example.com/a;b", path],
])("the public address %j is refused", async (typed, shown, reason) => {
  expect((await rejection(resolved("publicUrl", { flags: { publicUrl: typed } }))).message).toBe(
    `--public-url ${shown} ${reason}.`,
  );
  if (typed === "") return;
  expect((await rejection(resolved("publicUrl", { env: { APPDIRECT_HOOKS_PUBLIC_URL: typed } }))).message).toBe(
    `APPDIRECT_HOOKS_PUBLIC_URL=${shown} ${reason}.`,
  );
});

test.each([
  "https://me:pa55@wo:rd@hooks.example.com/",
  "HTTPS://me:pa55@hooks.example.com:99999/",
  "me:pa55@hooks.example.com",
  "https://me:pa55/word@hooks.example.com",
  "https:me:pa55@hooks.example.com",
])("of %s no password is shown", async (typed) => {
  const error = await rejection(resolved("publicUrl", { flags: { publicUrl: typed } }));
  expect(`${error.message} ${error.hint} ${error.stack}`).not.toContain("pa55");
});
