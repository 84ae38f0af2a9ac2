import { isGroup, type AnyCommand, type CommandGroup, type CommandTable } from "../command.ts";
import { parseGroup, type Flags } from "./parse.ts";
import { commands } from "../table.ts";

/** What was typed, followed through the tables as far as it names commands. */
export interface FoundCommand {
  /** The words that name it, `tunnel status`; empty for the program alone. */
  name: string;
  /** Undefined for the program alone. */
  found?: AnyCommand | CommandGroup;
  /** Flags in front of the last of these words. */
  flags: Flags;
  /** What follows them. */
  rest: string[];
  help: boolean;
  version: boolean;
}

/** Finds a command and its sub-command. Throws `HooksError` USAGE. */
export async function findCommand(
  argv: readonly string[],
  program: string,
  table: CommandTable = commands,
): Promise<FoundCommand> {
  return within(table, { name: "", flags: {}, rest: [...argv], help: false, version: false }, program);
}

async function within(table: CommandTable, before: FoundCommand, program: string): Promise<FoundCommand> {
  const { command, ...after } = await parseGroup(before.rest, program, table, before.name);
  const together = {
    ...after,
    flags: { ...before.flags, ...after.flags },
    help: before.help || after.help,
    version: before.version || after.version,
  };
  if (command === undefined) return { ...before, ...together };
  const name = [before.name, command].filter((word) => word !== "").join(" ");
  const found = await table[command]?.load();
  const here = { ...together, name, ...(found && { found }) };
  if (found !== undefined && isGroup(found)) return within(found.commands, here, program);
  const isAskedAbout = here.help && here.flags["help"] !== true; // help listen: of what follows only how much help is wanted counts
  return isAskedAbout ? { ...here, rest: here.rest.filter((word) => /^(?:-v|--verbose)$/.test(word)) } : here;
}
