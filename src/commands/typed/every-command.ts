import { isGroup, shownCommands, type AnyCommand, type CommandTable } from "../command.ts";
import { commands } from "../table.ts";

/** A command that does something, with the words that name it. */
export interface NamedCommand {
  name: string;
  summary: string;
  command: AnyCommand;
}

/** Every one that a user types, those of groups in the place of their group. */
export async function everyCommand(table: CommandTable = commands, above = ""): Promise<NamedCommand[]> {
  const all = shownCommands(table).map(async ([word, { summary, load }]): Promise<NamedCommand[]> => {
    const name = `${above}${word}`;
    const loaded = await load();
    return isGroup(loaded) ? everyCommand(loaded.commands, `${name} `) : [{ name, summary, command: loaded }];
  });
  return (await Promise.all(all)).flat();
}
