import type { HelpText } from "./help-text.ts";
import type { OptionDefinition, OptionGroup, OwnDetails } from "./option.ts";
import { options, variableOf, type OptionName, type OwnOptions } from "./options.ts";

/** An option as one command takes it. */
export interface CommandOption<Name extends OptionName = OptionName> {
  name: Name;
  definition: OptionDefinition;
  help: HelpText;
  /** For the short help; undefined where `help` is short. */
  brief: string | undefined;
  group: OptionGroup;
  /** What it is where nothing gives it. */
  default: unknown;
  /** The same in words; undefined where there is nothing to say. */
  defaultText: string | undefined;
  /** Whether it may stand anywhere; else it is for one run, and is only typed. */
  isSetting: boolean;
  /** Those that give it, the first that is set before the others. */
  variables: readonly string[];
}

/** The options of a command: as they stand in the table, but for what is its own. */
export function commandOptions<Name extends OptionName>(
  names: readonly Name[],
  own: OwnOptions<Name> = {},
): CommandOption<Name>[] {
  return names.map((name) => taken(name, own[name] ?? {}));
}

function taken<Name extends OptionName>(name: Name, own: OwnDetails): CommandOption<Name> {
  const definition: OptionDefinition = options[name];
  const standard = own.default ?? standardOf(definition);
  return {
    name,
    definition,
    help: own.help ?? definition.help,
    brief: own.brief ?? (own.help === undefined ? definition.brief : undefined),
    group: own.group ?? definition.group,
    default: standard,
    defaultText: own.defaultText ?? definition.defaultText ?? textOf(definition, standard),
    isSetting: isSetting(definition, own),
    variables: variablesOf(name, definition, own),
  };
}

function standardOf(definition: OptionDefinition): unknown {
  if (definition.kind === "list") return definition.none;
  return definition.kind === "value" || definition.kind === "switch" ? definition.default : undefined;
}

function textOf(definition: OptionDefinition, standard: unknown): string | undefined {
  if (definition.kind !== "value" || standard === undefined) return undefined;
  return definition.type.toText?.(standard) ?? String(standard);
}

/** What takes no variable here belongs to another command: it is not taken from a file either. */
function isSetting({ setting }: OptionDefinition, { variable }: OwnDetails): boolean {
  return variable === undefined ? setting : variable !== false;
}

function variablesOf(name: OptionName, definition: OptionDefinition, own: OwnDetails): string[] {
  if (!isSetting(definition, own)) return [];
  const ours = typeof own.variable === "string" ? own.variable : variableOf(name);
  return definition.otherVariable === undefined ? [ours] : [ours, definition.otherVariable];
}
