import { expect, test } from "vitest";
import { noSuchCommand, noSuchFlag } from "../../src/commands/sentences/parsing.ts";
import { shownCommands } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/table.ts";
import { accept, oursIn, program } from "../harness/accept.ts";
import { codeIn, documents } from "../harness/documents.ts";
import { shellCommands } from "../harness/shell-commands.ts";

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
  const started = codeIn(text).flatMap((line) => shellCommands(line.replace(/^\s*\$ /, "")));
  return oursIn(started.filter((words) => !words.some((word) => /^\[|^<|…$/.test(word))));
}
