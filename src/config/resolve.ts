import { HooksError } from "../errors.ts";
import type { Json } from "../events/index.ts";
import { mistaken, textOnly, Unusable, unusable } from "../values/index.ts";
import type { OptionDefinition, ValueType } from "./option.ts";
import type { OptionName, OptionValues } from "./options.ts";
import { Provenance, type ValueOrigin } from "./provenance.ts";
import { secretShown, unreadableSecret } from "./sentences.ts";
import type { SourceValue, SourceSurroundings } from "./sources/source.ts";
import type { OpenedSource } from "./sources/table.ts";
import type { CommandOption } from "./command-option.ts";

export interface ResolvedOptions<Name extends OptionName> {
  values: OptionValues<Name>;
  given: Provenance<Name>;
}

/** Where secrets stand that are given as `@file`. */
type SecretFiles = Pick<SourceSurroundings, "readFile">;

/**
 * The value of each option, from the first source that has one, else its default. Throws `HooksError`: BAD_VALUE or
 * the code of the value's own mistake, with what gave it.
 */
export async function resolveOptions<Name extends OptionName>(
  taken: readonly CommandOption<Name>[],
  sources: readonly OpenedSource[],
  surroundings: SecretFiles,
): Promise<ResolvedOptions<Name>>;
export async function resolveOptions(
  taken: readonly CommandOption[],
  sources: readonly OpenedSource[],
  surroundings: SecretFiles,
): Promise<{ values: object; given: object }> {
  const values: Record<string, unknown> = {};
  const given = new Map<string, ValueOrigin>();
  for (const option of taken) {
    const { source, found } = (await find(option, sources)) ?? {};
    values[option.name] = found === undefined ? option.default : await read(found, option, surroundings);
    if (found !== undefined && source !== undefined)
      given.set(option.name, { origin: source.origin, named: found.named, isTyped: source.isTyped });
  }
  return { values, given: new Provenance(given) };
}

async function find(option: CommandOption, sources: readonly OpenedSource[]) {
  for (const source of sources) {
    const found = source.isTyped || option.isSetting ? await source.get(option) : undefined;
    if (found !== undefined) return { source, found };
  }
  return undefined;
}

/** For a `refusable` option, which takes names: what else means none of them. */
const off = /^(0|false|no|off|none)$/i;

async function read(found: SourceValue, { definition }: CommandOption, surroundings: SecretFiles): Promise<unknown> {
  const { value } = found;
  if (definition.kind === "switch") return readSwitch(found, definition);
  const one = (json: Json) => readOne({ ...found, value: json }, definition, surroundings);
  switch (definition.kind) {
    case "optional":
      if (typeof value === "boolean") return value ? definition.alone : undefined;
      return one(value);
    case "refusable":
      if (value === true) return undefined;
      return value === false || (typeof value === "string" && off.test(value)) ? false : one(value);
    case "value":
      return one(value);
    case "list":
      return readList(found, definition, one);
  }
}

function readSwitch(found: SourceValue, definition: OptionDefinition): boolean {
  if (typeof found.value === "boolean") return found.value;
  throw unusable(found, shown(found.value, definition), new Unusable("is neither true nor false"));
}

type WithType = Exclude<OptionDefinition, { kind: "switch" }>;

async function readList(
  found: SourceValue,
  definition: Extract<OptionDefinition, { kind: "list" }>,
  one: (json: Json) => Promise<unknown>,
): Promise<unknown> {
  const elements: unknown[] = [];
  for (const element of Array.isArray(found.value) ? found.value : [found.value]) elements.push(await one(element));
  try {
    return await definition.whole(elements);
  } catch (cause) {
    throw named(cause, found, definition);
  }
}

async function readOne(found: SourceValue, definition: WithType, surroundings: SecretFiles): Promise<unknown> {
  const isFile = definition.secret === true && typeof found.value === "string" && found.value.startsWith("@");
  const value = isFile ? readSecret(String(found.value).slice(1), found, surroundings) : found.value;
  try {
    return await (typeof value === "string" ? definition.type.fromText(value) : fromJson(value, definition.type));
  } catch (cause) {
    throw named(cause, found, definition);
  }
}

function fromJson(json: Exclude<Json, string>, type: ValueType<unknown>): unknown {
  return type.fromJson === undefined ? textOnly(json) : type.fromJson(json);
}

/** What is wrong with a value, with what gave it; anything else as it is. */
function named(cause: unknown, found: SourceValue, definition: WithType): unknown {
  if (cause instanceof Unusable) return unusable(found, shown(found.value, definition), cause);
  return cause instanceof HooksError ? mistaken(found, cause) : cause;
}

function shown(value: Json, { secret }: { secret?: boolean }): string {
  if (secret === true) return secretShown;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readSecret(path: string, found: SourceValue, { readFile }: SecretFiles): string {
  if (path === "") throw unusable(found, "@", new Unusable("has no file name after the @"));
  try {
    return readFile(path).trim();
  } catch (cause) {
    throw unreadableSecret(path, found.named, cause);
  }
}
