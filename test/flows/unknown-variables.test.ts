import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

const prot = "! Unknown variable: APPDIRECT_HOOKS_PROT. Did you mean APPDIRECT_HOOKS_PORT?\n";

test.each([
  [["generate", "user.added"]],
  [["events", "user"]],
  [["events", "user", "--json"]],
  [["events", "user", "-q"]],
  [["tunnel", "stop", "-q"]],
  [["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "-q"]],
])("%j says once on stderr that no command takes a variable, and goes on", async (argv) => {
  const { run } = await temporaryProject();
  const { status, stderr, stdout } = await run([...argv], { env: { APPDIRECT_HOOKS_PROT: "a-secret" } });
  expect([status, stderr.split(prot).length, stdout.includes("PROT")]).toEqual([0, 2, false]);
  expect(stderr).not.toContain("a-secret");
});

test("help and the version say nothing of variables", async () => {
  const { run } = await temporaryProject();
  for (const argv of [["--help"], ["listen", "--help"], ["-V"], ["demo", "--version"]]) {
    expect(await run(argv, { env: { APPDIRECT_HOOKS_PROT: "1" } })).toMatchObject({ status: 0, stderr: "" });
  }
});

test.each([
  [{ APPDIRECT_HOOKS_PORT: "4000", APPDIRECT_HOOKS_TUNNEL_TOKEN: "a-secret", APPDIRECT_HOOKS_TO: "3000" }],
  [{ APPDIRECT_HOOKS_EVENT: "user.added", APPDIRECT_HOOKS_SIMULATE_PORT: "1" }],
  [{ APPDIRECT_HOOKS_PROT: "", APPDIRECT_URL: "https://marketplace.example.com", HOOKS_PROT: "1" }],
])("%j: a variable of another command, of ours or of others is fine", async (env) => {
  const { run } = await temporaryProject();
  expect((await run(["generate", "user.added"], { env })).stderr).toBe("");
});

test("a variable of what is only typed is told so, and what is like none without a suggestion", async () => {
  const { run } = await temporaryProject();
  const env = { APPDIRECT_HOOKS_PRINT_URL: "true", APPDIRECT_HOOKS_ELSEWHERE: "1" };
  expect((await run(["generate", "user.added"], { env })).stderr).toBe(
    [
      "! Unknown variable: APPDIRECT_HOOKS_ELSEWHERE.",
      "! APPDIRECT_HOOKS_PRINT_URL has no effect: --print-url works on the command line only.",
      "",
    ].join("\n"),
  );
});

test("a setting that simulate alone has is told with its own variable", async () => {
  const { run } = await temporaryProject();
  const env = { APPDIRECT_HOOKS_RATE: "2", APPDIRECT_HOOKS_SIMULATE_RAET: "2" };
  expect((await run(["generate", "user.added"], { env })).stderr).toBe(
    [
      "! Unknown variable: APPDIRECT_HOOKS_RATE. Did you mean APPDIRECT_HOOKS_SIMULATE_RATE?",
      "! Unknown variable: APPDIRECT_HOOKS_SIMULATE_RAET. Did you mean APPDIRECT_HOOKS_SIMULATE_RATE?",
      "",
    ].join("\n"),
  );
});

test("a variable that says no is told with the one that takes it", async () => {
  const { run } = await temporaryProject();
  const env = { APPDIRECT_HOOKS_NO_RECORD: "true" };
  expect((await run(["generate", "user.added"], { env })).stderr).toBe(
    "! Unknown variable: APPDIRECT_HOOKS_NO_RECORD. Set APPDIRECT_HOOKS_RECORD=no.\n",
  );
});
