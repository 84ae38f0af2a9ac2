import type { Json } from "../../src/events/index.ts";
import {
  openSources,
  resolveOptions,
  commandOptions,
  type OpenedSource,
  type OptionName,
  type OptionValues,
} from "../../src/config/index.ts";

/** What the sources of options have. */
export interface Given {
  flags?: Record<string, unknown>;
  env?: Record<string, string>;
  readFile?: (path: string) => string;
}

const noFile = () => {
  throw new Error("No file is to be read.");
};

/** The value of an option as a command that has nothing of its own gets it, and where it came from. */
export async function resolved<Name extends OptionName>(
  name: Name,
  { flags = {}, env = {}, readFile = noFile }: Given,
): Promise<[OptionValues<Name>[Name], string]> {
  const surroundings = { flags, env, readFile };
  const { values, given } = await resolveOptions(commandOptions([name]), openSources(surroundings), surroundings);
  return [values[name], given.originOf(name)];
}

/** The same of what a JSON file has for it; asked for what is for one run too. */
export async function resolvedFromJson<Name extends OptionName>(
  name: Name,
  value: Json,
): Promise<OptionValues<Name>[Name]> {
  const found = { value, named: `settings.json: ${name}`, hint: "Change it there, or take it out." };
  const source: OpenedSource = { origin: "flag", isTyped: true, get: () => Promise.resolve(found) };
  return (await resolveOptions(commandOptions([name]), [source], { readFile: noFile })).values[name];
}
