import { expect, test } from "vitest";
import { withoutSecrets } from "../../src/config/index.ts";

test.each([
  "APPDIRECT_HOOKS_TOKEN",
  "APPDIRECT_HOOKS_CLIENT",
  "APPDIRECT_HOOKS_USER",
  "APPDIRECT_HOOKS_TUNNEL_TOKEN",
  "APPDIRECT_HOOKS_HEADER",
  "APPDIRECT_HOOKS_SIMULATE_TOKEN",
  "APPDIRECT_HOOKS_SIMULATE_CLIENT",
  "APPDIRECT_HOOKS_SIMULATE_USER",
  "APPDIRECT_HOOKS_SIMULATE_API_CLIENT",
  "APPDIRECT_CLIENT_SECRET",
  "appdirect_hooks_token",
])("%s is not handed on", (name) => {
  expect(withoutSecrets({ [name]: "sesame", PATH: "/bin" })).toEqual({ PATH: "/bin" });
});

test("every other variable is handed on as it is", () => {
  const env = { PATH: "/bin", APPDIRECT_HOOKS_PORT: "4700", DATABASE_PASSWORD: "theirs", TOKEN: "", UNSET: undefined };
  expect(withoutSecrets(env)).toEqual(env);
});

test("neither is an address of ours with a password in it", () => {
  const [to, forwardTo] = ["http://ada:sesame@crm.example/", "3000\nhttp://localhost:4001/?token=sesame"];
  expect(withoutSecrets({ APPDIRECT_HOOKS_TO: to, APPDIRECT_HOOKS_FORWARD_TO: forwardTo, OTHER: to })).toEqual({
    OTHER: to,
  });
});
