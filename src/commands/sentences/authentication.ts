import { needsOf, schemeNames, type AuthenticationName, type CredentialName } from "../../authentication/index.ts";
import { HooksError } from "../../errors.ts";
import { hasNoEffect, notTogether } from "./not-together.ts";

/** For one that no kind of authentication uses, or none uses alone. */
export function unknownCredential(name: CredentialName): HooksError {
  const message = `--${name} alone is not enough for any kind of --auth.`;
  const kinds = schemeNames().map((scheme) => `${scheme}${optionsOf(scheme)}`);
  return new HooksError("USAGE", { message, hint: `Leave it out, or use one of --auth ${kinds.join(", ")}.` });
}

/** ` (--client, --user)`, or nothing. */
function optionsOf(scheme: AuthenticationName): string {
  const options = needsOf(scheme).map((need) => `--${need}`);
  return options.length === 0 ? "" : ` (${options.join(", ")})`;
}

export function notAskedFor(name: CredentialName, scheme: AuthenticationName): HooksError {
  const others = needsOf(scheme).map((need) => `--${need}`);
  if (others.length === 0) return asksForNothing(scheme, `--${name}`);
  return notTogether(`--auth ${scheme} uses ${others.join(" and ")}, not --${name}.`);
}

export function newTokenForNothing(scheme: AuthenticationName): HooksError {
  return asksForNothing(scheme, "--new-token");
}

function asksForNothing(scheme: AuthenticationName, other: string): HooksError {
  return notTogether(`--auth ${scheme} accepts every POST, so ${other} has no effect.`);
}

/** `named`: what gave it, a flag or a variable. */
export function madeAndGiven(name: CredentialName, named: string): HooksError {
  return notTogether(`--new-token generates a ${name}, but ${named} already gives one.`);
}

export function showsAndMakes(): HooksError {
  return notTogether("--show-token prints the saved token, and --new-token replaces it.");
}

export function showsNothing(scheme: AuthenticationName): HooksError {
  return notTogether(`--auth ${scheme} uses no token, so --show-token has nothing to print.`);
}

/** `named`: what gave it, a flag or a variable. */
export function givenIsNotShown(name: CredentialName, named: string): HooksError {
  const message = `The ${name} comes from ${named}. --show-token prints only a ${name} that listen generated.`;
  return new HooksError("USAGE", { message, hint: `Leave ${named} out to see the one saved for this project.` });
}

export function nothingKept(scheme: AuthenticationName, program: string): HooksError {
  const needs = needsOf(scheme);
  const message = `No ${needs.length === 0 ? "token" : needs.join(" or ")} is saved for this project.`;
  const made = needs.length === 0 ? "token" : scheme;
  return new HooksError("NOTHING_SELECTED", {
    message,
    hint: `To generate and show one: ${program} listen --auth ${made}`,
  });
}

export function notToPresent(name: CredentialName, scheme: AuthenticationName): HooksError {
  const message = `--auth ${scheme} does not send a ${name}, so --${name} has no effect.`;
  return new HooksError("USAGE", { message, hint: "Leave it out, or choose another --auth." });
}

export function tokenUrlForNothing(scheme: AuthenticationName): HooksError {
  return hasNoEffect(`--auth ${scheme} sends no access token`, "--token-url");
}

export function nothingToPresent(missing: readonly CredentialName[], scheme: AuthenticationName): HooksError {
  const options = missing.map((name) => `--${name}`).join(" and ");
  return new HooksError("USAGE", {
    message: `--auth ${scheme} requires ${options}.`,
    hint: "Use @file or the environment variable, so that other users cannot see the value.",
  });
}
