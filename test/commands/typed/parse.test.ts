import { expect, test } from "vitest";
import {
  isGroup,
  parseCommand,
  type AnyCommand,
  type CommandGroup,
  type CommandName,
} from "../../../src/commands/index.ts";
import { parseGroup } from "../../../src/commands/typed/parse.ts";
import { ofOtherCommands } from "../../../src/commands/sentences/parsing.ts";
import { commands } from "../../../src/commands/table.ts";
import { rejection } from "../../harness/rejection.ts";

const program = "npx appdirect-hooks";
const seeHelp = (typed: string) => `For help: ${typed} --help`;
const forWhatThereIs = "To list the commands: npx appdirect-hooks --help";
const said = { flags: {}, rest: [], help: false, version: false };

const parseProgram = (argv: readonly string[], typed: string) => parseGroup(argv, typed, commands);

/** What the program and then the command make of a command line. */
async function parsed(...argv: string[]) {
  const typed = await parseProgram(argv, program);
  const name: CommandName = typed.command ?? "demo";
  const command = alone(await commands[name].load());
  const { positionals, flags, ...wishes } = await parseCommand(name, command, typed.rest, program);
  return { command: typed.command, positionals, flags: { ...typed.flags, ...flags }, ...wishes };
}

/** None of those here has sub-commands. */
function alone(loaded: AnyCommand | CommandGroup): AnyCommand {
  if (isGroup(loaded)) throw new Error("This has sub-commands.");
  return loaded;
}

/** What is said to a command line that cannot be understood. */
async function refused(...argv: string[]) {
  const { code, message, hint } = await rejection(parsed(...argv));
  return { code, message, hint };
}

test("nothing typed is no command, and no mistake", async () => {
  expect(await parseProgram([], program)).toEqual(said);
});

test("a command gets what follows its name", async () => {
  expect(await parseProgram(["listen", "3000", "--port", "0"], program)).toEqual({
    ...said,
    command: "listen",
    rest: ["3000", "--port", "0"],
  });
});

test("positionals and flags may stand in any order", async () => {
  expect(await parsed("listen", "--port", "0", "3000", "-q", "order=4000")).toEqual({
    command: "listen",
    positionals: ["3000", "order=4000"],
    flags: { port: "0", quiet: true },
    help: false,
    version: false,
  });
});

test("a repeatable flag gathers its values, any other keeps the last", async () => {
  const { flags } = await parsed("listen", "-e", "user", "--port", "1", "--events=order", "--port=2", "-p3");
  expect(flags).toEqual({ events: ["user", "order"], port: "3" });
});

test("the flags of every command stand before it or after it", async () => {
  expect((await parsed("--json", "-v", "listen", "--no-color")).flags).toEqual({
    json: true,
    verbose: true,
    color: false,
  });
});

test("a flag of one command does not stand before it", async () => {
  const { code, message, hint } = ofOtherCommands("--port", { owners: ["listen", "simulate", "doctor"], program });
  expect(await refused("--port", "0", "listen")).toEqual({ code, message, hint });
});

test("only what was typed is a flag: a default must not hide a variable", async () => {
  expect((await parsed("listen", "3000")).flags).toEqual({});
});

test("--no-… turns off, and the last of --color and --no-color counts", async () => {
  expect((await parsed("listen", "--no-record", "--no-tunnel", "--no-input")).flags).toEqual({
    record: false,
    tunnel: false,
    input: false,
  });
  expect((await parsed("demo", "--no-color", "--color")).flags).toEqual({ color: true });
});

test("after -- everything is a positional", async () => {
  expect((await parsed("replay", "--to", "3000", "--", "--odd.json", "-")).positionals).toEqual(["--odd.json", "-"]);
});

test("- is a positional: standard input", async () => {
  expect((await parsed("replay", "-", "--to", "3000")).positionals).toEqual(["-"]);
});

test("what looks like a flag is the value of one that takes a value", async () => {
  expect((await parsed("replay", "last", "--set", "-1=x")).flags).toEqual({ set: ["-1=x"] });
});

test.each([["--version"], ["-V"], ["-V", "listen"], ["--json", "--version"]])(
  "%s %s asks for the version",
  async (...argv) => {
    expect((await parseProgram(argv, program)).version).toBe(true);
  },
);

test("the version may be asked for anywhere", async () => {
  expect((await parsed("listen", "3000", "--port", "0", "-V")).version).toBe(true);
});

test.each([
  [["help", "listen"], "listen"],
  [["--help", "listen"], "listen"],
  [["-h"], undefined],
  [["help"], undefined],
])("%j asks for help", async (argv, command) => {
  const { help, command: named } = await parseProgram(argv, program);
  expect([help, named]).toEqual([true, command]);
});

test("help may be asked for behind the command", async () => {
  expect((await parsed("replay", "last", "-h")).help).toBe(true);
});

test.each([
  ["lisen", "Did you mean listen?"],
  ["repaly", "Did you mean replay?"],
  ["Demo", "Did you mean demo?"],
  ["send-everything", forWhatThereIs],
  ["constructor", forWhatThereIs],
])("there is no command %s", async (name, hint) => {
  const refusal = { code: "USAGE", message: `Unknown command: "${name}".`, hint };
  expect([await refused(name), await refused("help", name)]).toEqual([refusal, refusal]);
});

test.each([
  [["listen", "--prot", "0"], "--prot", "Did you mean --port?"],
  [["listen", "--record"], "--record", "Did you mean --no-record?"],
  [["replay", "--dryrun"], "--dryrun", "Did you mean --dry-run?"],
  [["replay", "--fail"], "--fail", "Did you mean --failed?"],
  [["listen", "--skip"], "--skip", "Did you mean --skip-verify?"],
  [["listen", "--hepl"], "--hepl", "Did you mean --help?"],
  [["listen", "--tokn=sesame"], "--tokn", "Did you mean --token?"],
  [["demo", "--elsewhere"], "--elsewhere", seeHelp(`${program} demo`)],
  [["listen", "-x"], "-x", seeHelp(`${program} listen`)],
  [["listen", "-qx"], "-x", seeHelp(`${program} listen`)],
  [["--jsn", "listen"], "--jsn", "Did you mean --json?"],
])("%j has a flag that does not exist", async (argv, flag, hint) => {
  expect(await refused(...argv)).toEqual({ code: "USAGE", message: `Unknown flag: ${flag}`, hint });
});

test("a switch takes no value", async () => {
  expect(await refused("listen", "--json=true")).toEqual({
    code: "USAGE",
    message: "--json does not accept a value.",
    hint: "Write --json alone.",
  });
});

test("a flag without its value is refused by name", async () => {
  expect(await refused("listen", "--port")).toEqual({
    code: "USAGE",
    message: "-p, --port <n> requires a value.",
    hint: seeHelp(`${program} listen`),
  });
});

test("a positional too many is refused by name", async () => {
  expect(await refused("demo", "now")).toEqual({
    code: "USAGE",
    message: 'Unexpected argument for demo: "now".',
    hint: seeHelp(`${program} demo`),
  });
});
