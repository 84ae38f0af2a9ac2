export { isGroup, optionsOf, type AnyCommand, type CommandContext, type CommandGroup } from "./command.ts";
export { everyCommand, findCommand, type FoundCommand } from "./find.ts";
export { groupHelp, helpOf, overview } from "./help.ts";
export { parseCommand } from "./parse.ts";
export { programName } from "./program-name.ts";
export type { CommandName } from "./table.ts";
