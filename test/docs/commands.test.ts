import { expect, test } from "vitest";
import { findCommand, isGroup, parseCommand } from "../../src/commands/index.ts";
import { noSuchCommand, noSuchFlag } from "../../src/commands/sentences/parsing.ts";
import { shownCommands } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/table.ts";
import { everywhereNames, openSources, resolveOptions, commandOptions } from "../../src/config/index.ts";
import { parseTarget } from "../../src/delivery/index.ts";
import { expandPatterns, partOfCatalog } from "../../src/events/index.ts";
import { codeIn, documents } from "../harness/documents.ts";
import { shellCommands } from "../harness/shell-commands.ts";

const program = "npx appdirect-hooks";
const ways = [["npx", "appdirect-hooks"], ["appdirect-hooks"], ["node", "bin/appdirect-hooks.js"]];

const all = await documents();
const quoted = all.flatMap(({ file, text }) => commandsIn(text).map((argv) => ({ file, argv })));

test.each(quoted.map(({ file, argv }) => [argv.join(" "), file, argv] as const))(
  "the program takes `%s` as %s quotes it",
  async (_typed, _file, argv) => {
    await expect(accept(argv)).resolves.toBeUndefined();
  },
);

test("a word of a pipe is never one of our commands without the program in front", () => {
  const lines = all.flatMap(({ file, text }) => codeIn(text).map((line) => ({ file, line })));
  const ours = lines.filter(({ line }) => line.includes("appdirect-hooks"));
  const bare = ours.filter(({ line }) => shellCommands(line).some(([first = ""]) => Object.hasOwn(commands, first)));
  expect(bare).toEqual([]);
});

test("the README quotes every command", () => {
  const named = quoted.filter(({ file }) => file === "README.md").map(({ argv }) => argv[0]);
  expect(named).toEqual(expect.arrayContaining(shownCommands(commands).map(([name]) => name)));
});

const help = { suggestion: undefined, typed: program, program };

test.each([
  ["npx appdirect-hooks listne", noSuchCommand("listne", help).message],
  ["npx appdirect-hooks demo --quick", noSuchFlag("--quick", help).message],
  ["cat a.json | appdirect-hooks replay - --times many", "--times many is not"],
  ["$ npx appdirect-hooks listen 'user=4002/crm'", /^"user=4002\/crm" /],
  ["npx appdirect-hooks generate usre.added", "usre"],
])("`%s` in a page would be found", async (line, message) => {
  const [argv = []] = commandsIn(["```", line, "```"].join("\n"));
  await expect(accept(argv)).rejects.toThrow(message);
});

/** What follows the program's name, for each time that a page's code starts it. A synopsis is no command. */
function commandsIn(text: string): string[][] {
  return codeIn(text)
    .flatMap((line) => shellCommands(line.replace(/^\s*\$ /, "")))
    .filter((words) => !words.some((word) => /^\[|^<|…$/.test(word)))
    .flatMap((words) => ways.filter((way) => startsWith(words, way)).map((way) => words.slice(way.length)));
}

function startsWith(words: readonly string[], way: readonly string[]): boolean {
  return way.every((word, index) => words[index] === word);
}

/** Reads it as `main` would, and what only the command itself reads: positional targets and names of events. */
async function accept(argv: readonly string[]): Promise<void> {
  const { name, found, flags, rest } = await findCommand(argv, program);
  if (found === undefined || isGroup(found)) return;
  const parsed = await parseCommand(name, found, rest, program);
  const surroundings = { flags: { ...flags, ...parsed.flags }, env: {}, readFile: () => "x-secret: in a file" };
  const taken = [...commandOptions(found.options, found.own), ...commandOptions(everywhereNames)];
  await resolveOptions(taken, openSources(surroundings), surroundings);
  if (name === "listen") for (const target of parsed.positionals) parseTarget(target);
  if (name === "events") partOfCatalog(parsed.positionals);
  if (name === "generate" && parsed.positionals.length > 0) expandPatterns(parsed.positionals);
}
