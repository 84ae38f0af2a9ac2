import { findCommand, isGroup, parseCommand } from "../../src/commands/index.ts";
import { commandOptions, everywhereNames, openSources, resolveOptions } from "../../src/config/index.ts";
import { parseTarget } from "../../src/delivery/index.ts";
import { expandPatterns, partOfCatalog } from "../../src/events/index.ts";

/** How the program is typed in our pages. */
export const program = "npx appdirect-hooks";
const ways = [["npx", "appdirect-hooks"], ["appdirect-hooks"], ["node", "bin/appdirect-hooks.js"]];

/** What follows the program's name, for each time that words start with it. */
export function oursIn(started: readonly (readonly string[])[]): string[][] {
  return started.flatMap((words) =>
    ways.filter((way) => way.every((word, index) => words[index] === word)).map((way) => words.slice(way.length)),
  );
}

/** Reads it as `main` would, and what only the command itself reads: positional targets and names of events. */
export async function accept(argv: readonly string[]): Promise<void> {
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
