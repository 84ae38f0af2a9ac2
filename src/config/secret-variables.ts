import { isSecretName, redactText } from "../authentication/index.ts";
import type { OptionDefinition } from "./option.ts";
import { options, simulateVariableOf, variableOf, type OptionName } from "./options.ts";

/** Read by no option, and found beside ours: the client secret with which somebody calls AppDirect's own API. */
const others = ["APPDIRECT_CLIENT_SECRET"];

/**
 * An environment for programs of others: without the variables that hold secrets of ours, however they are spelt, such as
 * an address with a password.
 */
export function withoutSecrets(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const secrets = secretVariables();
  const isSecret = (name: string, value = "") =>
    secrets.has(name) || (name.startsWith("APPDIRECT_") && (isSecretName(name, "body") || redactText(value) !== value));
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => !isSecret(name.toUpperCase(), value))); // as on Windows
}

function secretVariables(): Set<string> {
  const definitions: readonly (readonly [string, OptionDefinition])[] = Object.entries(options);
  const names = definitions.filter(([, { secret }]) => secret === true).map(([name]) => name as OptionName);
  return new Set([...names.map(variableOf), ...names.map(simulateVariableOf), ...others]);
}
