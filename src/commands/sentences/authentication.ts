import { needsOf, schemeNames, type AuthenticationName, type CredentialName } from "../../authentication/index.ts";
import { HooksError } from "../../errors.ts";
import { notTogether } from "./not-together.ts";

/** For one that no kind of authentication uses, or none uses alone. */
export function unknownCredential(name: CredentialName): HooksError {
  const message = `No kind of --auth uses --${name} alone.`;
  const kinds = schemeNames().map((scheme) => `${scheme}${optionsOf(scheme)}`);
  return new HooksError("USAGE", { message, hint: `Leave it out. The kinds of --auth are ${kinds.join(", ")}.` });
}

/** ` (--client, --user)`, or nothing. */
function optionsOf(scheme: AuthenticationName): string {
  const options = needsOf(scheme).map((need) => `--${need}`);
  return options.length === 0 ? "" : ` (${options.join(", ")})`;
}

export function notAskedFor(name: CredentialName, scheme: AuthenticationName): HooksError {
  const others = needsOf(scheme).map((need) => `--${need}`);
  if (others.length === 0) return asksForNothing(scheme, `--${name} gives a ${name}`);
  return notTogether(`--auth ${scheme} asks for ${others.join(" and ")} alone, and --${name} was given.`);
}

export function newTokenForNothing(scheme: AuthenticationName): HooksError {
  return asksForNothing(scheme, "--new-token makes a token");
}

function asksForNothing(scheme: AuthenticationName, other: string): HooksError {
  return notTogether(`--auth ${scheme} asks for nothing, and ${other} to ask for.`);
}

/** `named`: what gave it, a flag or a variable. */
export function madeAndGiven(name: CredentialName, named: string): HooksError {
  return notTogether(`--new-token makes a ${name}, and ${named} gives one.`);
}

export function showsAndMakes(): HooksError {
  return notTogether("--show-token prints what is kept, and --new-token makes something else.");
}

export function showsNothing(scheme: AuthenticationName): HooksError {
  return notTogether(`--auth ${scheme} asks for nothing, so --show-token has nothing to print.`);
}

/** `named`: what gave it, a flag or a variable. */
export function givenIsNotShown(name: CredentialName, named: string): HooksError {
  const message = `The ${name} comes from ${named}, and a given ${name} is never shown.`;
  return new HooksError("USAGE", { message, hint: `Leave ${named} out to see what this project keeps.` });
}

export function nothingKept(scheme: AuthenticationName, program: string): HooksError {
  const needs = needsOf(scheme);
  const message = `This project keeps no ${needs.length === 0 ? "token" : needs.join(" and ")}.`;
  const made = needs.length === 0 ? "token" : scheme;
  return new HooksError("NOTHING_SELECTED", {
    message,
    hint: `${program} listen --auth ${made} makes one and shows it.`,
  });
}

export function notToPresent(name: CredentialName, scheme: AuthenticationName): HooksError {
  const message = `--auth ${scheme} presents no ${name}, and --${name} gives one.`;
  return new HooksError("USAGE", { message, hint: "Leave it out, or name another kind with --auth." });
}

export function nothingToPresent(missing: readonly CredentialName[], scheme: AuthenticationName): HooksError {
  const options = missing.map((name) => `--${name}`).join(" and ");
  return new HooksError("USAGE", {
    message: `--auth ${scheme} presents ${missing.join(" and ")}, and none was given (${options}).`,
    hint: "Give it as @file or in its variable, so that no other user sees it.",
  });
}
