import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  noSuchCommand,
  noSuchFlag,
  notTaken,
  takesNoValue,
  valueMissing,
} from "../../src/commands/sentences/parsing.ts";
import { mistaken } from "../../src/values/sentences.ts";
import { HooksError } from "../../src/errors.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import { nothingRecorded } from "../../src/fixtures/sentences.ts";
import { temporaryProject } from "../harness/project.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";
import { shownError } from "../harness/shown-error.ts";

test("the program alone shows what it is for, its commands and three examples", async () => {
  const { run, typed } = await temporaryProject();
  expect(await run([])).toEqual({
    status: 0,
    stderr: "",
    stdout: `Receive, record, replay and generate AppDirect webhooks on your own machine.

Usage
  ${typed} <command> [options]
  ${typed} <command> --help

Commands
  listen    receive webhooks: check, record, print and forward them
  replay    send recorded or hand-written events to a handler
  generate  generate sample events, one or a whole life cycle
  events    list the events that AppDirect sends, with their fields
  validate  check payloads against AppDirect's documentation
  demo      see it all work, without an account or internet
  simulate  run a marketplace on this machine that sends events
  tunnel    show or stop tunnels that were left running
  doctor    find what blocks a public address, and how to fix it

Examples
  ${typed} demo
    see it work, on this machine alone
  ${typed} listen 3000 --no-tunnel
    receive webhooks and forward them to http://localhost:3000/
  ${typed} replay last --to 3000
    resend the last event
`,
  });
});

test.each([["--help"], ["-h"], ["help"]])("%s is the same", async (word) => {
  const { run } = await temporaryProject();
  expect(await run([word])).toEqual(await run([]));
});

test.each(["listen", "replay", "generate", "events", "demo"])(
  "%s --help has usage, options and examples",
  async (name) => {
    const { run, typed } = await temporaryProject();
    const { status, stdout, stderr } = await run([name, "--help", "-v"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`\nUsage\n  ${typed} ${name} `);
    expect(stdout).toMatch(/\nEverywhere\n {6}--json +print JSON/);
    expect(stdout).toContain(`\nExamples\n  ${typed} ${name}`);
    expect(await run(["help", name, "-v"])).toEqual({ status, stdout, stderr });
  },
);

test.each([[["--version"]], [["-V"]], [["listen", "--version"]], [["--json", "--version"]]])(
  "%j prints the version",
  async (args) => {
    const { run } = await temporaryProject();
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  },
);

const didYouMean = (name: string) => ({ suggestion: `Did you mean ${name}?`, typed: "", program: "" });
const nothingNear = (typed: string) => ({ suggestion: undefined, typed, program: typed });

const mistakes: [args: string[], error: (typed: string) => HooksError][] = [
  [["lisen"], () => noSuchCommand("lisen", didYouMean("listen"))],
  [["xyzzy"], (typed) => noSuchCommand("xyzzy", nothingNear(typed))],
  [["listen", "--prot", "3000"], () => noSuchFlag("--prot", didYouMean("--port"))],
  [["replay", "last", "--dryrun"], () => noSuchFlag("--dryrun", didYouMean("--dry-run"))],
  [["demo", "--xyzzy"], (typed) => noSuchFlag("--xyzzy", nothingNear(`${typed} demo`))],
  [["demo", "now"], (program) => notTaken("now", { name: "demo", program })],
  [["listen", "--json=yes"], () => takesNoValue("--json")],
  [["listen", "--port"], (typed) => valueMissing("-p, --port <n>", `${typed} listen`)],
  [
    ["listen", "--auth", "tokn"],
    () =>
      new HooksError("BAD_VALUE", {
        message: "--auth tokn is unknown: use none, token, oauth2-client, oauth2-password or oauth2.",
        hint: "Did you mean token?",
      }),
  ],
  [
    ["listen", "--events", "user.addde"],
    () =>
      mistaken(
        { named: "--events", hint: "" },
        noSuchEvent("user.addde", "Did you mean user.added? Actions of user: added, changed, removed."),
      ),
  ],
];

test.each(mistakes)("%j is refused with what to do instead", async (args, error) => {
  const { run, typed } = await temporaryProject();
  expect(await run(args)).toEqual({ status: 2, stdout: "", stderr: shownError(error(typed)) });
});

test.each([
  ["port", "70000", "--port 70000 "],
  ["for", "5 minutes", '--for "5 minutes" '],
] as const)("what is wrong with --%s %s is said as the option says it", async (name, value, beginning) => {
  const { run } = await temporaryProject();
  const error = await rejection(resolved(name, { flags: { [name]: value } }));
  expect(error.message).toContain(beginning);
  expect(await run(["listen", `--${name}`, value])).toEqual({ status: 2, stdout: "", stderr: shownError(error) });
});

test("a bad variable is named", async () => {
  const { run } = await temporaryProject();
  const env = { APPDIRECT_HOOKS_PORT: "high" };
  const error = await rejection(resolved("port", { env }));
  expect(error.message).toMatch(/^APPDIRECT_HOOKS_PORT=high /);
  expect(await run(["listen"], { env })).toEqual({ status: 2, stdout: "", stderr: shownError(error) });
});

test("with --json an error is one JSON object on stderr", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["replay", "last", "--to", "3000", "--json"]);
  expect([status, stdout]).toEqual([2, ""]);
  const { message, hint } = nothingRecorded("fixtures");
  expect(JSON.parse(stderr)).toEqual({ error: { code: "NOTHING_SELECTED", message, hint } });
});

test("--debug shows where an error comes from, and nothing else does", async () => {
  const { run } = await temporaryProject();
  const plain = await run(["lisen"]);
  const debugged = await run(["lisen", "--debug"]);
  expect(debugged.status).toBe(2);
  expect(plain.stderr).toBe(shownError(noSuchCommand("lisen", didYouMean("listen"))));
  expect(debugged.stderr.startsWith(`${plain.stderr}\n  HooksError: `)).toBe(true);
  expect(debugged.stderr).toContain("\n      at ");
});
