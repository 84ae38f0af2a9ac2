import { expect, test } from "vitest";
import { defineCommand, type CommandGroup, type CommandTable } from "../../../src/commands/command.ts";
import { everyCommand, findCommand, groupHelp, isGroup } from "../../../src/commands/index.ts";
import { noSuchCommand, noSuchFlag } from "../../../src/commands/sentences/parsing.ts";
import { plainTheme } from "../../../src/output/index.ts";
import { rejection } from "../../harness/rejection.ts";

const program = "npx appdirect-hooks";

const command = (description: string) =>
  defineCommand({
    description,
    positionals: [],
    positionalLimit: 0,
    options: ["port"],
    examples: [],
    run: () => Promise.resolve(0),
  });

const tunnel: CommandGroup = {
  description: "What runs from earlier.",
  commands: {
    status: { summary: "what runs", load: () => Promise.resolve(command("Says it.")) },
    stop: { summary: "end it", load: () => Promise.resolve(command("Ends it.")) },
  },
  examples: [["tunnel status", "see what runs"]],
};

const table: CommandTable = {
  listen: { summary: "receive", load: () => Promise.resolve(command("Receives.")) },
  tunnel: { summary: "what runs from earlier, and its end", load: () => Promise.resolve(tunnel) },
  "hold-port": { summary: "hold it", isInternal: true, load: () => Promise.resolve(command("Holds it.")) },
};

/** What is found, by what tells it from the others. */
async function found(...argv: string[]) {
  const { found: one, ...rest } = await findCommand(argv, program, table);
  return { ...rest, ...(one && { is: one.description }) };
}

const plain = { flags: {}, rest: [], help: false, version: false };

test("a sub-command is found behind its command, and gets what follows", async () => {
  expect(await found("tunnel", "stop", "--port", "1", "x")).toEqual({
    ...plain,
    name: "tunnel stop",
    is: "Ends it.",
    rest: ["--port", "1", "x"],
  });
});

test("the flags of every command may stand in front of each word", async () => {
  expect(await found("--json", "tunnel", "-v", "status", "-q")).toEqual({
    ...plain,
    name: "tunnel status",
    is: "Says it.",
    flags: { json: true, verbose: true },
    rest: ["-q"],
  });
});

test.each([
  [["tunnel"], false],
  [["tunnel", "--help"], true],
  [["tunnel", "help"], true],
  [["help", "tunnel"], true],
])("%j comes to the command that has sub-commands", async (argv, help) => {
  expect(await found(...argv)).toMatchObject({ name: "tunnel", is: "What runs from earlier.", help });
});

test.each([[["help", "tunnel", "stop"]], [["tunnel", "help", "stop"]], [["tunnel", "-h", "stop"]]])(
  "%j asks for the help of the sub-command",
  async (argv) => {
    expect(await found(...argv)).toMatchObject({ name: "tunnel stop", help: true });
  },
);

test("behind help nothing is for the command, behind --help all of it is", async () => {
  expect(await found("help", "tunnel", "stop", "--nonsense")).toMatchObject({ help: true, rest: [] });
  expect(await found("--help", "listen", "--nonsense")).toMatchObject({ help: true, rest: ["--nonsense"] });
});

test("the version may be asked for within a group", async () => {
  expect(await found("tunnel", "-V")).toMatchObject({ version: true });
});

test.each([
  [["tunnel", "stpo"], noSuchCommand("tunnel stpo", { suggestion: "Did you mean stop?", typed: `${program} tunnel` })],
  [["tunnel", "listen"], noSuchCommand("tunnel listen", { suggestion: undefined, typed: `${program} tunnel` })],
  [["tunel", "stop"], noSuchCommand("tunel", { suggestion: "Did you mean tunnel?", typed: program })],
  [["tunnel", "--prot", "stop"], noSuchFlag("--prot", { suggestion: undefined, program: `${program} tunnel` })],
])("%j is refused with what is likely meant", async (argv, error) => {
  expect(await rejection(findCommand(argv, program, table))).toEqual(error);
});

test("every command that does something is found in the tables, with its words", async () => {
  const all = await everyCommand(table);
  expect(all.map(({ name, summary }) => [name, summary])).toEqual([
    ["listen", "receive"],
    ["tunnel status", "what runs"],
    ["tunnel stop", "end it"],
  ]);
});

test("the help of a command with sub-commands lists them", () => {
  expect(groupHelp("tunnel", tunnel, { theme: plainTheme, program, width: 100 })).toBe(
    [
      "What runs from earlier.",
      "",
      "Usage",
      "  npx appdirect-hooks tunnel <command> [options]",
      "  npx appdirect-hooks tunnel <command> --help",
      "",
      "Examples",
      "  npx appdirect-hooks tunnel status",
      "    see what runs",
      "",
      "Commands",
      "  status  what runs",
      "  stop    end it",
      "",
    ].join("\n"),
  );
});

test("a command that does something is no group", () => {
  expect([isGroup(tunnel), isGroup(command("Says it."))]).toEqual([true, false]);
});

test("what the program starts by itself is found, and neither listed nor suggested", async () => {
  expect(await found("hold-port", "x")).toEqual({ ...plain, name: "hold-port", is: "Holds it.", rest: ["x"] });
  expect((await everyCommand(table)).map(({ name }) => name)).toEqual(["listen", "tunnel status", "tunnel stop"]);
  expect((await rejection(findCommand(["hold-prt"], program, table))).hint).not.toContain("hold-port");
});
