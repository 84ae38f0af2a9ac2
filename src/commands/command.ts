import { isAbsolute, relative } from "node:path";
import type { Clock } from "../clock.ts";
import {
  commandOptions,
  everywhereNames,
  type CommandOption,
  type EverywhereName,
  type OptionName,
  type OwnOptions,
  type Provenance,
  type ValuesWith,
} from "../config/index.ts";
import type { ExitStatus } from "../errors.ts";
import type { Host } from "../host.ts";
import { printable } from "../output/index.ts";
import type { Random } from "../random.ts";
import type { Terminal } from "../terminal/index.ts";
import type { TunnelSettings } from "../tunnel/index.ts";
import type { Conflict } from "./conflict.ts";

/** What a command finds ready when it runs. */
export interface CommandContext {
  host: Host;
  terminal: Terminal;
  clock: Clock;
  random: Random;
  /** How the program was started, for commands that are printed: `npx appdirect-hooks`. */
  program: string;
  /** Where a tunnel is to be set otherwise than for every user: in a test. */
  tunnelSettings?: Partial<TunnelSettings>;
}

/** What a command is given to work with. `Own`: what it has of its own for its options. */
export interface CommandInput<Name extends OptionName, Own = unknown> {
  positionals: string[];
  options: ValuesWith<Name | EverywhereName, Own>;
  /** Where these came from. */
  given: Provenance<Name | EverywhereName>;
}

/** A command: what it takes, what its help says, what it does. */
export interface CommandDefinition<Name extends OptionName, Own extends OwnOptions<Name>> {
  /** One sentence, for the top of its help. */
  description: string;
  /** Further sentences, for the full help and the reference. */
  more?: string;
  /** What may follow its name: `[target…]` and what that is. */
  positionals: readonly { form: string; help: string }[];
  /** The most positionals it takes. */
  positionalLimit: number;
  options: readonly Name[];
  /** Where an option has another default, variable, help or heading here than in the table. */
  own?: Own;
  /** Of a command whose full help is longer than a screen, the options that its short help has, in this order. */
  firstDay?: readonly (Name | EverywhereName)[];
  /** What its arguments and options may name: lists for its help. */
  choices?(): Promise<readonly { title: string; rows: readonly (readonly [name: string, text: string])[] }[]>;
  /** What is typed behind the program's name, and what it does; `{program}` stands for that name further on. */
  examples: readonly (readonly [typed: string, does: string])[];
  /** What is refused, in this order, before it runs. */
  conflicts?: readonly Conflict<Name | EverywhereName>[];
  /** That it says itself which variables are not ours, or is not started by a user: nobody says it beforehand. */
  leavesVariables?: true;
  run(input: CommandInput<Name, Own>, context: CommandContext): Promise<ExitStatus>;
}

/** A command whose option names nobody needs to know any more. */
export interface AnyCommand extends Omit<CommandDefinition<OptionName, OwnOptions<OptionName>>, "run"> {
  run(input: CommandInput<OptionName>, context: CommandContext): Promise<ExitStatus>;
}

/** What a table of commands has for each: read without loading anything. */
export interface CommandEntry {
  /** A few words, for the list it stands in. */
  summary: string;
  /** Started by the program itself, in a process of its own: no help, list or suggestion names it. */
  isInternal?: true;
  load(): Promise<AnyCommand | CommandGroup>;
}

export type CommandTable<Name extends string = string> = Readonly<Record<Name, CommandEntry>>;

/** The commands that a user types. */
export function shownCommands(table: CommandTable): [name: string, entry: CommandEntry][] {
  return Object.entries(table).filter(([, { isInternal }]) => isInternal !== true);
}

/** A command that has sub-commands and does nothing by itself: `commands/<name>/table.ts`. */
export interface CommandGroup {
  /** One or two sentences, for the top of its help. */
  description: string;
  commands: CommandTable;
  /** As those of a command, the group's name included. */
  examples: AnyCommand["examples"];
}

export function isGroup(loaded: AnyCommand | CommandGroup): loaded is CommandGroup {
  return "commands" in loaded;
}

/** Keeps the names of its options, so that `run` gets exactly those, typed. */
export function defineCommand<Name extends OptionName, Own extends OwnOptions<Name>>(
  definition: CommandDefinition<Name, Own>,
): AnyCommand;
export function defineCommand(definition: AnyCommand): AnyCommand {
  return definition;
}

/** Every option that it takes, those of every command last. */
export function optionsOf(command: AnyCommand): CommandOption[] {
  return [...commandOptions(command.options, command.own), ...commandOptions(everywhereNames)];
}

/** From where the user is, where that is shorter. */
export function shownPath(file: string, cwd: string): string {
  const way = relative(cwd, file);
  return printable(way === "" || way.startsWith("..") || isAbsolute(way) ? file : way);
}
