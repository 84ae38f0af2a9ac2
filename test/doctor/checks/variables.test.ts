import { expect, test } from "vitest";
import { unknownVariables } from "../../../src/commands/index.ts";
import { variables } from "../../../src/doctor/checks/variables.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";

const judged = async (env: Record<string, string>) =>
  variables(await checkSurroundings({ machine: { env }, unknownVariables: () => unknownVariables(env) }));

test.each([
  [{}],
  [{ APPDIRECT_HOOKS_PORT: "1", PATH: "/bin", APPDIRECT_CLIENT_SECRET: "a-secret", MY_TUNNEL_TOKEN: "a-secret" }],
  [{ TUNNEL_TOKEN: "", APPDIRECT_HOOKS_PROT: "" }],
])("%j changes nothing", async (env) => {
  expect(await judged(env)).toEqual([{ state: "ok", message: "No variable that changes cloudflared is set." }]);
});

test("what cloudflared would follow is named in one line, without its values", async () => {
  expect(await judged({ TUNNEL_URL: "a-secret", NO_TLS_VERIFY: "true" })).toEqual([
    {
      state: "note",
      message:
        "NO_TLS_VERIFY, TUNNEL_URL are set: cloudflared reads them when you start it yourself; listen does not pass them on.",
      mend: ["Unset them before you start cloudflared yourself."],
    },
  ]);
  const [one] = await judged({ TUNNEL_TOKEN: "a-secret" });
  expect(one).toMatchObject({
    message: "TUNNEL_TOKEN is set: cloudflared reads it when you start it yourself; listen does not pass it on.",
    mend: ["Unset it before you start cloudflared yourself."],
  });
});

test("a mistyped variable of ours is told with the one that was meant, and one that is like none without", async () => {
  expect(await judged({ APPDIRECT_HOOKS_TUNNEL_TOKN: "a-secret", APPDIRECT_HOOKS_ELSEWHERE: "a-secret" })).toEqual([
    { state: "note", message: "Unknown variable: APPDIRECT_HOOKS_ELSEWHERE.", mend: [] },
    {
      state: "note",
      message: "Unknown variable: APPDIRECT_HOOKS_TUNNEL_TOKN.",
      mend: ["Did you mean APPDIRECT_HOOKS_TUNNEL_TOKEN?"],
    },
  ]);
});

test("both kinds are told beside each other", async () => {
  const found = await judged({ TUNNEL_NAME: "a", APPDIRECT_HOOKS_PROT: "1" });
  expect(found.map(({ message }) => /[A-Z_]{5,}/.exec(message)?.[0])).toEqual(["TUNNEL_NAME", "APPDIRECT_HOOKS_PROT"]);
});
