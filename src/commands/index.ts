export type { AnyCommand, CommandContext } from "./command.ts";
export { helpOf, overview } from "./help.ts";
export { parseCommand, parseProgram, type ParsedCommand, type ParsedProgram } from "./parse.ts";
export { programName } from "./program-name.ts";
export { commands, type CommandName } from "./table.ts";
