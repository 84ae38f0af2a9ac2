import { Command, CommanderError, Option } from "commander";
import { everywhereNames, options, type OptionName } from "../../config/index.ts";
import { didYouMean } from "../../errors.ts";
import { shownCommands, type AnyCommand, type CommandTable } from "../command.ts";
import { noSuchCommand, notParsed, notTaken, valueMissing } from "../sentences/parsing.ts";
import { unknownFlag } from "./unknown-flag.ts";

export interface ParsedGroup<Name extends string> {
  /** Undefined where none was typed. */
  command?: Name;
  /** Flags in front of the command. */
  flags: Flags;
  /** What follows the command's name. */
  rest: string[];
  help: boolean;
  version: boolean;
}

export interface ParsedCommand {
  positionals: string[];
  flags: Flags;
  help: boolean;
  version: boolean;
}

export type Flags = Record<string, unknown>;

/** Finds the command of a table in what was typed behind the words of `group`; none for the program itself. Throws USAGE. */
export async function parseGroup<Name extends string>(
  argv: readonly string[],
  program: string,
  table: CommandTable<Name>,
  group = "",
): Promise<ParsedGroup<Name>> {
  const typed = [program, group].filter((word) => word !== "").join(" ");
  const parser = parserOf(everywhereNames).passThroughOptions();
  const { operands, flags } = await parseWith(parser, argv, everywhereNames, typed);
  if (operands[0] === "help" && !Object.hasOwn(table, "help")) {
    const behind = await parseGroup(operands.slice(1), program, table, group);
    return { ...behind, flags: { ...flags, ...behind.flags }, help: true };
  }
  const [name, ...rest] = operands;
  const command = name === undefined ? {} : { command: known(name, { typed, group, table }) };
  return { ...command, flags, rest, help: flags["help"] === true, version: flags["version"] === true };
}

/** Reads what follows a command's name. Throws `HooksError` USAGE. */
export async function parseCommand(
  name: string,
  command: AnyCommand,
  rest: readonly string[],
  program: string,
): Promise<ParsedCommand> {
  const names = [...command.options, ...everywhereNames];
  const { operands, flags } = await parseWith(parserOf(names), rest, names, `${program} ${name}`);
  const tooMuch = operands[command.positionalLimit];
  if (tooMuch !== undefined) throw notTaken(tooMuch, { name, program });
  return { positionals: operands, flags, help: flags["help"] === true, version: flags["version"] === true };
}

function known<Name extends string>(
  name: string,
  { typed, group, table }: { typed: string; group: string; table: CommandTable<Name> },
): Name {
  if (isIn(table, name)) return name;
  const words = group === "" ? name : `${group} ${name}`;
  const shown = shownCommands(table).map(([command]) => command);
  throw noSuchCommand(words, { suggestion: didYouMean(name, shown), typed });
}

function isIn<Name extends string>(table: CommandTable<Name>, name: string): name is Name {
  return Object.hasOwn(table, name);
}

/** Options carry no defaults here: a value that was not typed must not hide one from a variable. */
function parserOf(names: readonly OptionName[]): Command {
  const parser = new Command()
    .exitOverride()
    .helpOption(false)
    .configureOutput({ writeErr: () => undefined });
  parser.addOption(new Option("-h, --help")).addOption(new Option("-V, --version"));
  for (const name of names) for (const option of commanderOptions(name)) parser.addOption(option);
  return parser;
}

/** `--color, --no-color` are two for commander, `-p, --port <n>` is one. */
function commanderOptions(name: OptionName): Option[] {
  const { flag, kind } = options[name];
  return flag.split(/, (?=--no-)/).map((form) => {
    const option = new Option(form);
    if (kind === "list") option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    return option;
  });
}

async function parseWith(parser: Command, argv: readonly string[], names: readonly OptionName[], program: string) {
  const { operands, unknown } = parsed(parser, argv, program);
  const [flag] = unknown;
  if (flag !== undefined) throw await unknownFlag(flag, names, program);
  const all: Flags = parser.opts();
  // commander gives every --no-… a default; only what was typed counts.
  const typed = Object.keys(all).filter((key) => parser.getOptionValueSource(key) === "cli");
  const nameOf = (key: string) => names.find((name) => commanderOptions(name)[0]?.attributeName() === key) ?? key;
  return { operands, flags: Object.fromEntries(typed.map((key) => [nameOf(key), all[key]])) };
}

function parsed(parser: Command, argv: readonly string[], program: string) {
  try {
    return parser.parseOptions([...argv]);
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    const [, flag] = /'(.+)'/.exec(cause.message) ?? [];
    if (cause.code === "commander.optionMissingArgument" && flag !== undefined) throw valueMissing(flag, program);
    throw notParsed(cause, program);
  }
}
