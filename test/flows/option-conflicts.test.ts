import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

const listen = ["listen", "--no-tunnel", "--port", "0", "--for", "1ms"];
const generate = ["generate", "user.added"];

test.each([
  [[...listen, "--print-url", "--json"], "--print-url and --json both write"],
  [[...listen, "--format", "pretty", "--json"], "--format and --json both choose"],
  [[...listen, "--no-record", "--fixtures", "made"], "--no-record writes no files"],
  [["listen", "--show-token", "--print-url"], "--show-token prints the saved token and exits, so --print-url"],
  [["listen", "--show-token", "--copy"], "--show-token prints the saved token and exits, so --copy has no effect."],
  ...[
    ["--ready-file", "a"],
    ["--count", "1"],
    ["--for", "1s"],
    ["--until-event", "user"],
  ].map(([flag = "", value = ""]) => [
    ["listen", "--show-token", flag, value],
    "--show-token prints the saved token and exits, so --",
  ]),
  [[...listen, "3000", "--skip-verify", "--cacert", "a.pem"], "--skip-verify accepts every certificate"],
  [[...listen, "--respond", "handler"], "--respond has no effect without a handler."],
  ...[["--header", "x-team: crm"], ["--timeout", "1s"], ["--skip-verify"], ["--cacert", "a.pem"]].map(
    ([flag = "", ...value]) => [[...listen, flag, ...value], `${flag} has no effect without a handler.`],
  ),
  [["replay", "last", "--to", "1", "--skip-verify", "--cacert", "a.pem"], "--skip-verify accepts every certificate"],
  [[...generate, "-q", "-v"], "--quiet and --verbose cannot be combined"],
  [["replay", "--failed", "--fixtures", "made"], "--failed resends events"],
  [["replay", "--failed", "--watch"], "--failed resends what is still owed, and --watch resends the same events."],
  [["replay", "last", "--dry-run", "--watch"], "--watch sends at each change, and --dry-run sends nothing."],
  [
    ["replay", "last", "--edit", "--watch"],
    "--watch sends again without asking, and --edit opens an editor each time.",
  ],
  [["replay", "last", "--rate", "5", "--pace", "2x"], "--rate and --pace both say when events are sent."],
  [["replay", "last", "--order", "all", "--shuffle"], "--shuffle sends out of order, and --order keeps it."],
  [["replay", "last", "--time-scale", "60"], "--time-scale has no effect without retries."],
  [["replay", "last", "--seed", "7"], "--seed has no effect without something to draw."],
  [
    ["replay", "last", "--watch", "--report", "junit=a.xml"],
    "--watch sends again at each change, and a --report is of one run.",
  ],
  [
    ["replay", "last", "--bearer", "sesame", "--auth", "none"],
    "--bearer and --auth both say how to identify this program.",
  ],
  [["replay", "last", "--edit", "--concurrency", "2"], "--edit opens one event after another, so --concurrency"],
  [[...generate, "--out", "made", "--to", "1"], "--out and --to cannot be combined"],
  [[...generate, "--to", "1", "--skip-verify", "--cacert", "a.pem"], "--skip-verify accepts every certificate"],
  ...[
    ["--expect", "200"],
    ["--wait", "1s"],
    ["--timeout", "1s"],
    ["--header", "x-team: crm"],
    ["--auth", "token"],
    ["--token", "sesame"],
    ["--skip-verify"],
    ["--cacert", "a.pem"],
  ].map(([flag = "", ...value]): [string[], string] => [
    [...generate, flag, ...value],
    `${flag} has no effect without a handler.`,
  ]),
] as [string[], string][])("%j is refused before any work", async (argv, message) => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(argv);
  const [said, hint] = argv.includes("--json")
    ? [JSON.parse(stderr).error.message, JSON.parse(stderr).error.hint]
    : stderr.replace("✖ ", "").split("\n  ");
  expect([status, stdout, said.startsWith(message), hint.length > 0]).toEqual([2, "", true, true]);
});

test.each([
  [[...generate], { APPDIRECT_HOOKS_EXPECT: "200", APPDIRECT_HOOKS_SKIP_VERIFY: "1", APPDIRECT_HOOKS_CACERT: "a.pem" }],
  [[...listen, "--no-record"], { APPDIRECT_HOOKS_FIXTURES: "made", APPDIRECT_HOOKS_RESPOND: "handler" }],
  [[...listen, "--json"], { APPDIRECT_HOOKS_FORMAT: "pretty" }],
  [[...listen, "--print-url"], { APPDIRECT_HOOKS_JSON: "true" }],
  [[...listen, "--format", "json", "--json"], {}],
  [[...listen, "--timeout", "1s"], { APPDIRECT_HOOKS_FORWARD_TO: "3000" }],
  [[...listen, "--timeout", "1s", "--exec", "node a.js"], {}],
  [[...listen, "--header", "x-team: crm", "command:node a.js"], {}],
  [[...listen], { APPDIRECT_HOOKS_TIMEOUT: "1s", APPDIRECT_HOOKS_HEADER: "x-team: crm" }],
])("%j with %j goes on: a variable breaks no command, and the same said twice is fine", async (argv, env) => {
  const { run } = await temporaryProject();
  expect((await run(argv, { env })).status).toBe(0);
});

test.each([
  [[...listen, "--format", "pretty"], { APPDIRECT_HOOKS_JSON: "1" }, /^(?!\{)/],
  [[...listen, "--json"], { APPDIRECT_HOOKS_FORMAT: "pretty" }, /^\{"type":"ready"/],
  [[...listen], { APPDIRECT_HOOKS_FORMAT: "pretty", APPDIRECT_HOOKS_JSON: "1" }, /^\{"type":"ready"/],
  [[...listen, "--json", "--fixtures", "made"], { APPDIRECT_HOOKS_RECORD: "0" }, /"fixtures":"[^"]*made"/],
  [[...listen, "--json", "--no-record"], { APPDIRECT_HOOKS_FIXTURES: "made" }, /^(?![^\n]*made)/],
  [[...listen, "-v", "--no-record"], { APPDIRECT_HOOKS_QUIET: "1", APPDIRECT_HOOKS_JSON: "0" }, /^/],
  [
    ["listen", "--json", "--port", "0", "--for", "1ms", "--public-url", "https://hooks.example.com"],
    { APPDIRECT_HOOKS_TUNNEL: "none" },
    /"url":"https:\/\/hooks\.example\.com/,
  ],
] as [string[], Record<string, string>, RegExp][])("%j counts over %j", async (argv, env, expected) => {
  const { run } = await temporaryProject();
  const { status, stdout } = await run(argv, { env });
  expect([status, stdout]).toEqual([0, expect.stringMatching(expected)]);
});

test("a typed --report counts over the variable of --json", async () => {
  const { run } = await temporaryProject();
  const { stdout, status } = await run(["validate", "-", "--report", "github"], {
    env: { APPDIRECT_HOOKS_JSON: "1" },
    input: "{}",
  });
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^::error /)]);
});
