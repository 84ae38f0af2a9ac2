import {
  authentications,
  namesIn,
  needsOf,
  schemeFor,
  type AuthenticationName,
  type CredentialName,
  type Credentials,
} from "../../authentication/index.ts";
import type { Provenance } from "../../config/index.ts";
import type { Target } from "../../delivery/index.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import type { ProjectState } from "../../state/index.ts";
import type { CommandContext } from "../command.ts";
import { givenCredentials, keptScheme, typedCredentials, withKept, type CredentialInput } from "../credentials.ts";
import { nothingToPresent, notToPresent, unknownCredential } from "../sentences/authentication.ts";

/** The options that say how to identify ourselves. */
export interface PresentingInput extends CredentialInput {
  options: Credentials & { auth?: AuthenticationName };
  given: Pick<Provenance<"auth" | CredentialName>, "isTyped">;
}

/** `kept`: those of the credentials that `listen` made for this project. */
export type Presenting = NonNullable<ReplayOptions["presenting"]> & { kept: readonly CredentialName[] };

/** As `meantIdentity`, as it is presented. */
export async function whatToPresent(
  input: PresentingInput,
  { clock, state }: Pick<CommandContext, "clock"> & { state: ProjectState },
): Promise<Presenting | undefined> {
  const identity = await meantIdentity(input, state);
  if (identity === undefined) return undefined;
  const { scheme, credentials, to, kept } = identity;
  return { presenter: (await authentications[scheme].load()).present(credentials, { clock }), to, kept };
}

/** How to identify ourselves, and to whom. */
export interface Identity extends Pick<Presenting, "to" | "kept"> {
  scheme: AuthenticationName;
  credentials: Credentials;
}

/**
 * What was typed goes to every target. Where any of it stands in a variable, or was made by `listen` for this project, it
 * goes only to this machine: it must not leak to a target that was mistyped. Undefined where there is nothing to present.
 */
export async function meantIdentity(input: PresentingInput, state: ProjectState): Promise<Identity | undefined> {
  const scheme = meantScheme(input) ?? (await keptScheme(state));
  const needs = needsOf(scheme);
  refuseUnneeded(scheme, input);
  const given = givenCredentials(input);
  const credentials = await withKept(given, scheme, state);
  const missing = needs.filter((name) => credentials[name] === undefined);
  if (missing.length > 0 && input.given.isTyped("auth")) throw nothingToPresent(missing, scheme);
  if (missing.length > 0 || needs.length === 0) return undefined;
  const typed = typedCredentials(input);
  const to = needs.every((name) => typed.includes(name)) ? () => true : isHere;
  return { scheme, credentials, to, kept: needs.filter((name) => given[name] === undefined) };
}

function isHere({ address }: Target): boolean {
  return address.distance === "this machine";
}

/** The one that was typed, else the one for what was typed, else what variables say, as far as they say something. */
function meantScheme(input: PresentingInput): AuthenticationName | undefined {
  const { auth } = input.options;
  const typed = typedCredentials(input);
  const given = namesIn(givenCredentials(input));
  if (auth !== undefined && (input.given.isTyped("auth") || typed.length === 0)) return auth;
  const fitting = schemeFor(given, typed);
  return typed.length > 0 || needsOf(fitting).length > 0 ? fitting : undefined;
}

function refuseUnneeded(scheme: AuthenticationName, input: PresentingInput): void {
  const [name] = typedCredentials(input).filter((one) => !needsOf(scheme).includes(one));
  if (name === undefined) return;
  if (!input.given.isTyped("auth")) throw unknownCredential(name);
  throw notToPresent(name, scheme);
}
