import { HooksError } from "../errors.ts";
import { Unusable, type OptionDefinition, type ValueType } from "./option.ts";
import { flagOf, options, variableOf, type OptionName, type OptionValues } from "./options.ts";

/** Where a value came from. */
export type Origin = "flag" | "environment" | "default";

export interface Resolved<Name extends OptionName> {
  values: OptionValues<Name>;
  origins: Record<Name, Origin>;
}

export interface Sources {
  /** What was typed: a text, a list of texts or a boolean for each flag that was there. */
  flags: Readonly<Record<string, unknown>>;
  env: Readonly<Record<string, string | undefined>>;
  /** The text of the file that `@file` names. */
  readFile(path: string): string;
}

/** Flag, then variable, then default. Throws `HooksError` BAD_VALUE that names the flag or variable and its value. */
export function resolveOptions<Name extends OptionName>(names: readonly Name[], sources: Sources): Resolved<Name>;
export function resolveOptions(names: readonly OptionName[], sources: Sources): { values: object; origins: object } {
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const name of names) {
    const { value, origin } = resolveOne(name, sources);
    values[name] = value;
    origins[name] = origin;
  }
  return { values, origins };
}

interface Found {
  value: unknown;
  origin: Origin;
}

function resolveOne(name: OptionName, sources: Sources): Found {
  const definition: OptionDefinition = options[name];
  const typed = sources.flags[name];
  if (typed !== undefined) {
    return { value: parseTyped(definition, typed, flagOf(name), sources), origin: "flag" };
  }
  for (const variable of variablesOf(name, definition)) {
    const inherited = sources.env[variable] ?? "";
    if (inherited !== "")
      return { value: parseInherited(definition, inherited, variable, sources), origin: "environment" };
  }
  return { value: standardOf(definition), origin: "default" };
}

function variablesOf(name: OptionName, { setting, otherVariable }: OptionDefinition): string[] {
  return [...(setting ? [variableOf(name)] : []), ...(otherVariable === undefined ? [] : [otherVariable])];
}

function standardOf(definition: OptionDefinition): unknown {
  if (definition.kind === "list") return [];
  return definition.kind === "value" || definition.kind === "switch" ? definition.default : undefined;
}

function parseTyped(definition: OptionDefinition, typed: unknown, origin: string, sources: Sources): unknown {
  if (definition.kind === "switch") return typed === true;
  if (definition.kind === "optional" && typed === true) return definition.alone;
  if (definition.kind === "refusable" && (typed === false || off.test(String(typed)))) return false;
  const texts = Array.isArray(typed) ? typed.map(String) : [String(typed)];
  if (definition.typedAsFile === true && !texts.every((text) => text.startsWith("@"))) throw typedInClear(origin);
  const parsed = texts.map((text) => parseText(definition, text, origin, sources));
  return definition.kind === "list" ? parsed : parsed.at(-1);
}

function parseInherited(definition: OptionDefinition, text: string, variable: string, sources: Sources): unknown {
  if (definition.kind === "switch") return parseSwitch(text, variable);
  if (definition.kind === "optional" && yes.test(text)) return definition.alone;
  if (definition.kind === "optional" && no.test(text)) return undefined;
  if (definition.kind === "refusable" && yes.test(text)) return undefined;
  if (definition.kind === "refusable" && off.test(text)) return false;
  if (definition.kind !== "list") return parseText(definition, text, variable, sources);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => parseText(definition, line, variable, sources));
}

const yes = /^(1|true|yes|on)$/i;
const no = /^(0|false|no|off)$/i;
/** For what else takes a name. */
const off = /^(0|false|no|off|none)$/i;

/** `--no-record` stands in its variable as what it switches: APPDIRECT_HOOKS_RECORD=false. */
function parseSwitch(text: string, variable: string): boolean {
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  throw unusable(variable, text, new Unusable("true or false is needed"));
}

function parseText(
  definition: Exclude<OptionDefinition, { kind: "switch" }>,
  text: string,
  origin: string,
  sources: Sources,
): unknown {
  const secret = definition.secret === true;
  const given = secret && text.startsWith("@") ? readSecret(text.slice(1), origin, sources) : text;
  try {
    const type: ValueType<unknown> = definition.type;
    return type.parse(given);
  } catch (cause) {
    if (cause instanceof Unusable) throw unusable(origin, secret ? "(a secret)" : text, cause);
    throw cause;
  }
}

function typedInClear(flag: string): HooksError {
  return unusable(
    flag,
    "(a secret)",
    new Unusable(
      "what is typed can be read by others on this machine",
      `Write it to a file and give ${flag} @<file>, or use the variable.`,
    ),
  );
}

function readSecret(path: string, origin: string, sources: Sources): string {
  if (path === "") throw unusable(origin, "@", new Unusable("no file is named after the @"));
  try {
    return sources.readFile(path).trim();
  } catch (cause) {
    const message = `The file ${path} cannot be read (asked for with ${origin}).`;
    throw new HooksError("BAD_VALUE", {
      message,
      hint: "Check the path after the @, and that you may read it.",
      cause,
    });
  }
}

function unusable(origin: string, text: string, reason: Unusable): HooksError {
  const shown = withoutCredentials(text);
  const message = `${origin} ${shown === "" ? '""' : shown} cannot be used: ${reason.message}.`;
  const otherwise = origin.startsWith("-")
    ? "Give another value, or leave the flag out."
    : "Change the variable, or unset it.";
  return new HooksError("BAD_VALUE", { message, hint: reason.hint ?? otherwise, cause: reason });
}

/** An address may have a user name and a password, well written or not, and secrets in its query. */
function withoutCredentials(text: string): string {
  const plain = /\w:[^@]*@/.test(text) ? text.replace(/^(\w+:[/\\]*)?.*@/s, "$1[redacted]@") : text;
  return plain.replace(/^(\w+:\/\/[^?]*)\?.*$/s, "$1?[redacted]");
}
