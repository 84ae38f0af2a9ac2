import type { OptionDefinition } from "./option.ts";
import { options, variableOf, type OptionName } from "./options.ts";

/** Read by no option, and found beside ours: the client secret with which somebody calls AppDirect's own API. */
const others = ["APPDIRECT_CLIENT_SECRET"];

/** An environment for programs of others: without the variables that hold secrets of ours, however they are spelt. */
export function withoutSecrets(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const secrets = secretVariables();
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secrets.has(name.toUpperCase()))); // as on Windows
}

function secretVariables(): Set<string> {
  const definitions: readonly (readonly [string, OptionDefinition])[] = Object.entries(options);
  const names = definitions.filter(([, { secret }]) => secret === true).map(([name]) => name as OptionName);
  return new Set([...names.map(variableOf), ...others]);
}
