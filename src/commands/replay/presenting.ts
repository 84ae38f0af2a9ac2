import {
  authentications,
  namesIn,
  needsOf,
  schemeFor,
  tokenPlace,
  usesTokenUrl,
  type AuthenticationName,
  type CredentialName,
  type Credentials,
  type Presenter,
  type PresentSurroundings,
} from "../../authentication/index.ts";
import type { Provenance } from "../../config/index.ts";
import { httpAddressOf, type Target } from "../../delivery/index.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import type { ProjectState } from "../../state/index.ts";
import { givenCredentials, keptScheme, typedCredentials, withKept, type CredentialInput } from "../credentials.ts";
import { nothingToPresent, notToPresent, tokenUrlForNothing, unknownCredential } from "../sentences/authentication.ts";

/** The options that say how to identify ourselves. */
export interface PresentingInput extends CredentialInput {
  options: Credentials & { auth?: AuthenticationName; tokenUrl?: string };
  given: Pick<Provenance<"auth" | "tokenUrl" | CredentialName>, "isTyped">;
}

/** How to identify ourselves, and to whom. */
export interface Identity {
  scheme: AuthenticationName;
  credentials: Credentials;
  to(target: Target): boolean;
  /** Those of the credentials that `listen` made for this project. */
  kept: readonly CredentialName[];
}

/** What presents an identity to each target: access tokens are had at `tokenUrl`, else below the target itself. */
export async function presentersOf(
  { scheme, credentials, to }: Identity,
  { tokenUrl, ...surroundings }: PresentSurroundings,
): Promise<NonNullable<ReplayOptions["presenting"]>> {
  const { present } = await authentications[scheme].load();
  const presenters = new Map<Target, Presenter>();
  return {
    presenterFor(target) {
      if (!to(target)) return undefined;
      const known =
        presenters.get(target) ?? present(credentials, { ...surroundings, tokenUrl: tokenUrl ?? placeBelow(target) });
      presenters.set(target, known);
      return known;
    },
  };
}

function placeBelow(target: Target): string | undefined {
  const address = httpAddressOf(target);
  return address && tokenPlace(address.url);
}

/**
 * What was typed goes to every target. Where any of it stands in a variable, or was made by `listen` for this project, it
 * goes only to this machine: it must not leak to a target that was mistyped. Undefined where there is nothing to present.
 */
export async function meantIdentity(input: PresentingInput, state: ProjectState): Promise<Identity | undefined> {
  const scheme = meantScheme(input) ?? (await keptScheme(state, (name) => !usesTokenUrl(name)));
  const needs = needsOf(scheme);
  refuseUnneeded(scheme, input);
  const given = givenCredentials(input);
  const credentials = await withKept(given, scheme, state);
  const missing = needs.filter((name) => credentials[name] === undefined);
  if (missing.length > 0 && input.given.isTyped("auth")) throw nothingToPresent(missing, scheme);
  if (!usesTokenUrl(scheme) && input.given.isTyped("tokenUrl")) throw tokenUrlForNothing(scheme);
  if (missing.length > 0 || needs.length === 0) return undefined;
  const typed = typedCredentials(input);
  const to = needs.every((name) => typed.includes(name)) ? () => true : isHere;
  return { scheme, credentials, to, kept: needs.filter((name) => given[name] === undefined) };
}

function isHere({ address }: Target): boolean {
  return address.distance === "this machine";
}

/**
 * The one that was typed, else the one for what was typed, else what variables say, as far as they say something. A
 * scheme that has to ask for access tokens is used only where somebody says so: few handlers issue any.
 */
function meantScheme(input: PresentingInput): AuthenticationName | undefined {
  const { auth } = input.options;
  const typed = typedCredentials(input);
  const given = namesIn(givenCredentials(input));
  if (auth !== undefined && (input.given.isTyped("auth") || typed.length === 0)) return auth;
  const fitting = schemeFor(given, typed);
  if (typed.length > 0 || input.given.isTyped("tokenUrl")) return fitting;
  return needsOf(fitting).length > 0 && !usesTokenUrl(fitting) ? fitting : undefined;
}

function refuseUnneeded(scheme: AuthenticationName, input: PresentingInput): void {
  const [name] = typedCredentials(input).filter((one) => !needsOf(scheme).includes(one));
  if (name === undefined) return;
  if (!input.given.isTyped("auth")) throw unknownCredential(name);
  throw notToPresent(name, scheme);
}
