import {
  credentialNames,
  namesIn,
  needsOf,
  pick,
  schemeFor,
  schemeNames,
  type AuthenticationName,
  type CredentialName,
  type Credentials,
} from "../authentication/index.ts";
import type { Provenance } from "../config/index.ts";
import { readKept, type ProjectState } from "../state/index.ts";

/** The options that hold credentials, and where each came from. */
export interface CredentialInput {
  options: Credentials;
  given: Pick<Provenance<CredentialName>, "isTyped">;
}

/** Those that were typed or stand in a variable. */
export function givenCredentials({ options }: Pick<CredentialInput, "options">): Credentials {
  return pick(options, credentialNames);
}

/** The names of those that were typed, and so are meant for this run. */
export function typedCredentials(input: CredentialInput): CredentialName[] {
  return namesIn(givenCredentials(input)).filter((name) => input.given.isTyped(name));
}

/**
 * What is given, and what this project keeps for the scheme. That is looked for only where something is missing:
 * reading it takes its time.
 */
export async function withKept(
  given: Credentials,
  scheme: AuthenticationName,
  state: ProjectState,
): Promise<Credentials> {
  const needs = needsOf(scheme);
  if (needs.every((name) => given[name] !== undefined)) return pick(given, needs);
  return { ...(await keptCredentials(scheme, state)), ...pick(given, needs) };
}

/**
 * What an earlier session made for this project and this scheme; a credential of which that has none is the one of
 * another scheme that needs it too, so that AppDirect's form keeps what stands there.
 */
export async function keptCredentials(scheme: AuthenticationName, state: ProjectState): Promise<Credentials> {
  const kept = await readKept(state);
  const schemes = [scheme, ...schemeNames()];
  const found = needsOf(scheme).map((need) => {
    const holder = schemes.find((one) => needsOf(one).includes(need) && kept[one]?.[need] !== undefined);
    return [need, holder && kept[holder]?.[need]] as const;
  });
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** The scheme that something was made for, else the one that needs nothing. */
export async function keptScheme(
  state: ProjectState,
  isMeant: (name: AuthenticationName) => boolean = () => true,
): Promise<AuthenticationName> {
  const kept = await readKept(state);
  return schemeNames().find((name) => kept[name] !== undefined && isMeant(name)) ?? schemeFor([]);
}
