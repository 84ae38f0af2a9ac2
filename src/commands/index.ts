export { isGroup, optionsOf, type AnyCommand, type CommandContext, type CommandGroup } from "./command.ts";
export { refuseConflicts } from "./typed/conflicts.ts";
export { everyCommand } from "./typed/every-command.ts";
export { findCommand, type FoundCommand } from "./typed/find.ts";
export { groupHelp, helpOf, overview } from "./typed/help.ts";
export { parseCommand } from "./typed/parse.ts";
export { programName } from "./typed/program-name.ts";
export { unknownVariables } from "./typed/unknown-variables.ts";
export type { CommandName } from "./table.ts";
