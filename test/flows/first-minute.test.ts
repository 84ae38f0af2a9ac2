import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

test("the program alone shows what it is for, its commands and three examples", async () => {
  const { run, typed } = await temporaryProject();
  expect(await run([])).toEqual({
    status: 0,
    stderr: "",
    stdout: `Receive, see, keep, replay and make up AppDirect webhooks on your own machine.

Usage
  ${typed} <command> [options]

Commands
  listen    receive webhooks: check, record, print and forward them
  replay    send recorded or hand-written events to a handler
  generate  make sample events, one or a whole life cycle
  demo      see all of it at work, with no account and no internet

Examples
  ${typed} demo
    see it at work first
  ${typed} listen --no-tunnel --forward-to 3000
    take webhooks and pass them on to your handler
  ${typed} replay last --to 3000
    send the last one again

${typed} <command> --help says what a command takes.
`,
  });
});

test.each([["--help"], ["-h"], ["help"]])("%s is the same", async (word) => {
  const { run } = await temporaryProject();
  expect(await run([word])).toEqual(await run([]));
});

test.each(["listen", "replay", "generate", "demo"])("%s --help has usage, options and examples", async (name) => {
  const { run, typed } = await temporaryProject();
  const { status, stdout, stderr } = await run([name, "--help"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`\nUsage\n  ${typed} ${name} `);
  expect(stdout).toMatch(/\nEverywhere\n {6}--json +machine output/);
  expect(stdout).toContain(`\nExamples\n  ${typed} ${name}`);
  expect(await run(["help", name])).toEqual({ status, stdout, stderr });
});

test.each([[["--version"]], [["-V"]], [["listen", "--version"]], [["--json", "--version"]]])(
  "%j prints the version",
  async (args) => {
    const { run } = await temporaryProject();
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  },
);

const mistakes: [args: string[], message: string, hint: string | undefined][] = [
  [["lisen"], 'There is no command "lisen".', "Did you mean listen?"],
  [["xyzzy"], 'There is no command "xyzzy".', "See <program> --help for what there is."],
  [["listen", "--prot", "3000"], "There is no flag --prot here.", "Did you mean --port?"],
  [["replay", "last", "--dryrun"], "There is no flag --dryrun here.", "Did you mean --dry-run?"],
  [["demo", "--xyzzy"], "There is no flag --xyzzy here.", "See <program> demo --help."],
  [["demo", "now"], 'demo does not take "now".', "See <program> demo --help."],
  [["listen", "--json=yes"], "--json takes no value.", "Write --json alone."],
  [["listen", "--port"], "Option '-p, --port <n>' argument missing.", "See <program> listen --help."],
  [
    ["listen", "--port", "70000"],
    "--port 70000 cannot be used: a whole number from 0 to 65535 is needed.",
    "Give another value, or leave the flag out.",
  ],
  [
    ["listen", "--for", "5 minutes"],
    "--for 5 minutes cannot be used: a duration such as 500ms, 30s, 5m, 12h or 7d is needed.",
    "Give another value, or leave the flag out.",
  ],
  [["listen", "--auth", "tokn"], "--auth tokn cannot be used: it must be none or token.", "Did you mean token?"],
  [
    ["listen", "--events", "user.addde"],
    'No event matches "user.addde" (from --events).',
    "Did you mean user.added? Actions of user: added, changed, removed.",
  ],
];

test.each(mistakes)("%j is refused with what to do instead", async (args, message, hint) => {
  const { run, typed } = await temporaryProject();
  const said = hint === undefined ? "" : `  ${hint.replaceAll("<program>", typed)}\n`;
  expect(await run(args)).toEqual({ status: 2, stdout: "", stderr: `✖ ${message}\n${said}` });
});

test("a bad variable is named", async () => {
  const { run } = await temporaryProject();
  expect(await run(["listen"], { env: { APPDIRECT_HOOKS_PORT: "high" } })).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "✖ APPDIRECT_HOOKS_PORT high cannot be used: a whole number from 0 to 65535 is needed.\n  Change the variable, or unset it.\n",
  });
});

test("with --json an error is one JSON object on stderr", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["replay", "last", "--to", "3000", "--json"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(JSON.parse(stderr)).toEqual({
    error: {
      code: "NOTHING_SELECTED",
      message: "Nothing is recorded in fixtures yet.",
      hint: "Record an event with listen, or name a file.",
    },
  });
});

test("--debug shows where an error comes from, and nothing else does", async () => {
  const { run } = await temporaryProject();
  const plain = await run(["lisen"]);
  const debugged = await run(["lisen", "--debug"]);
  expect(plain.stderr).not.toContain("    at ");
  expect(debugged.status).toBe(2);
  expect(debugged.stderr).toMatch(/^✖ There is no command "lisen"\.\n {2}Did you mean listen\?\n\n {2}HooksError: /);
  expect(debugged.stderr).toContain("\n      at ");
});
