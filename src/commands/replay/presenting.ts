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
import { readKept, type Kept, type StatePlace } from "../../state/index.ts";
import { givenCredentials, typedCredentials, type CredentialInput } from "../credentials.ts";

/** The options that say how to identify ourselves. */
export interface PresentingInput extends CredentialInput {
  options: Credentials & { auth?: AuthenticationName };
}

/**
 * What to present, and to whom. What was typed goes to every target; what stands in a variable, or what `listen` made
 * for this project, only to this machine: it must not leak to a target that was mistyped.
 */
export async function whatToPresent(input: PresentingInput, state: StatePlace): Promise<ReplayOptions["presenting"]> {
  const kept = await readKept(state);
  const scheme = meantScheme(input, kept);
  const needs = needsOf(scheme);
  const [unneeded] = typedCredentials(input).filter((name) => !needs.includes(name));
  if (unneeded !== undefined) throw notPresentable(scheme, unneeded);
  const credentials = pick({ ...kept[scheme], ...givenCredentials(input) }, needs);
  const missing = needs.filter((name) => credentials[name] === undefined);
  if (missing.length > 0) throw incomplete(scheme, missing);
  if (needs.length === 0) return undefined;
  const presenter = (await authentications[scheme].load()).present(credentials);
  return { presenter, to: typedCredentials(input).length > 0 ? () => true : isHere };
}

function isHere({ address }: Target): boolean {
  return address.distance === "this machine";
}

/** The one that was named, else the one for what is given, else the one that `listen` made something for. */
function meantScheme(input: PresentingInput, kept: Kept): AuthenticationName {
  const given = namesIn(givenCredentials(input));
  if (input.options.auth !== undefined) return input.options.auth;
  if (given.length > 0) return schemeFor(given);
  return schemeNames().find((name) => kept[name] !== undefined) ?? schemeFor([]);
}

function notPresentable(scheme: AuthenticationName, name: CredentialName): HooksError {
  const message = `--auth ${scheme} presents no ${name}, and --${name} gives one.`;
  return new HooksError("USAGE", { message, hint: "Leave it out, or name another kind with --auth." });
}

function incomplete(scheme: AuthenticationName, missing: readonly CredentialName[]): HooksError {
  const options = missing.map((name) => `--${name}`).join(" and ");
  const message = `--auth ${scheme} presents ${missing.join(" and ")}, and none was given (${options}).`;
  return new HooksError("USAGE", {
    message,
    hint: "Give it as @file or in its variable, so that no other user sees it.",
  });
}
