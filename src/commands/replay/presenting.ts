import {
  authentications,
  namesIn,
  needsOf,
  pick,
  schemeFor,
  schemeNames,
  type AuthenticationName,
  type CredentialName,
  type Credentials,
} from "../../authentication/index.ts";
import type { Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import { readKept, type StatePlace } from "../../state/index.ts";
import { givenCredentials, typedCredentials, unknownCredential, type CredentialInput } from "../credentials.ts";

/** The options that say how to identify ourselves. */
export interface PresentingInput extends CredentialInput {
  options: Credentials & { auth?: AuthenticationName };
}

/**
 * What to present, and to whom. What was typed goes to every target; what stands in a variable, or what `listen` made
 * for this project, only to this machine: it must not leak to a target that was mistyped.
 */
export async function whatToPresent(input: PresentingInput, state: StatePlace): Promise<ReplayOptions["presenting"]> {
  const scheme = meantScheme(input) ?? (await keptScheme(state));
  const needs = needsOf(scheme);
  refuseUnneeded(scheme, input);
  const credentials = await withKept(pick(givenCredentials(input), needs), scheme, state);
  const missing = needs.filter((name) => credentials[name] === undefined);
  if (missing.length > 0) throw incomplete(scheme, missing);
  if (needs.length === 0) return undefined;
  const presenter = (await authentications[scheme].load()).present(credentials);
  return { presenter, to: typedCredentials(input).length > 0 ? () => true : isHere };
}

function isHere({ address }: Target): boolean {
  return address.distance === "this machine";
}

/** The one that was named, else the one for what is given, if anything is. */
function meantScheme(input: PresentingInput): AuthenticationName | undefined {
  const given = namesIn(givenCredentials(input));
  return input.options.auth ?? (given.length > 0 ? schemeFor(given, typedCredentials(input)) : undefined);
}

/** The one that `listen` made something for, else the one that needs nothing. */
async function keptScheme(state: StatePlace): Promise<AuthenticationName> {
  const kept = await readKept(state);
  return schemeNames().find((name) => kept[name] !== undefined) ?? schemeFor([]);
}

/** What was made for this project is looked for only where something is missing: reading it takes its time. */
async function withKept(given: Credentials, scheme: AuthenticationName, state: StatePlace): Promise<Credentials> {
  const needs = needsOf(scheme);
  if (needs.every((name) => given[name] !== undefined)) return given;
  return { ...pick((await readKept(state))[scheme] ?? {}, needs), ...given };
}

function refuseUnneeded(scheme: AuthenticationName, input: PresentingInput): void {
  const [name] = typedCredentials(input).filter((one) => !needsOf(scheme).includes(one));
  if (name === undefined) return;
  if (input.options.auth === undefined) throw unknownCredential(name);
  const message = `--auth ${scheme} presents no ${name}, and --${name} gives one.`;
  throw new HooksError("USAGE", { message, hint: "Leave it out, or name another kind with --auth." });
}

function incomplete(scheme: AuthenticationName, missing: readonly CredentialName[]): HooksError {
  const options = missing.map((name) => `--${name}`).join(" and ");
  const message = `--auth ${scheme} presents ${missing.join(" and ")}, and none was given (${options}).`;
  return new HooksError("USAGE", {
    message,
    hint: "Give it as @file or in its variable, so that no other user sees it.",
  });
}
