import { expect, test } from "vitest";
import { environmentOf } from "../../../../src/tunnel/cloudflared/process/environment.ts";

const own = "localhost,127.0.0.1,::1";

test.each([
  "TUNNEL_TOKEN",
  "TUNNEL_NAME",
  "TUNNEL_LOG_OUTPUT",
  "tunnel_url", // Windows knows no case
  "NO_AUTOUPDATE",
  "NO_TLS_VERIFY",
  "APPDIRECT_HOOKS_TOKEN",
])("%s is withheld", (name) => {
  expect(environmentOf({ [name]: "1" }, {})).toEqual({ NO_PROXY: own, no_proxy: own });
});

test.each(["PATH", "HOME", "HTTPS_PROXY", "MY_TUNNEL_TOKEN", "NO_AUTOUPDATES"])("%s is inherited", (name) => {
  expect(environmentOf({ [name]: "1" }, {})).toHaveProperty(name, "1");
});

test("a variable that is unset is not there", () => {
  expect(environmentOf({ HOME: undefined }, {})).not.toHaveProperty("HOME");
});

test.each([
  [{}, own],
  [{ NO_PROXY: "intra.example" }, `intra.example,${own}`],
  [{ no_proxy: "intra.example, .corp " }, `intra.example,.corp,${own}`],
  [{ NO_PROXY: "::1,intra.example,localhost,," }, "::1,intra.example,localhost,127.0.0.1"],
  [{ NO_PROXY: own, no_proxy: own }, own],
])("with %j, calls that go through no proxy are those to %s", (env, list) => {
  expect(environmentOf(env, {})).toEqual({ NO_PROXY: list, no_proxy: list });
});

test("what is added wins, also where the same name is withheld", () => {
  const env = environmentOf({ TUNNEL_TOKEN: "somebody's", HOME: "/there" }, { TUNNEL_TOKEN: "ours", HOME: "/here" });
  expect(env).toMatchObject({ TUNNEL_TOKEN: "ours", HOME: "/here" });
});
