import {
  authentications,
  namesIn,
  needsOf,
  pick,
  schemeFor,
  type AuthenticationName,
  type CredentialName,
} from "../../authentication/index.ts";
import type { HooksError } from "../../errors.ts";
import type { ListenOptions } from "../../sessions/index.ts";
import { keep, keepFirst, type ProjectState } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { givenCredentials, typedCredentials, withKept } from "../credentials.ts";
import { madeAndGiven, newTokenForNothing, notAskedFor, unknownCredential } from "../sentences/authentication.ts";

type AuthenticationInput = CommandInput<"auth" | "newToken" | CredentialName>;

/** The kind that is meant. Throws `HooksError` USAGE where what was given does not fit. */
export function chooseAuthentication(input: AuthenticationInput): AuthenticationName {
  const { auth, newToken } = input.options;
  const given = givenCredentials(input);
  const meant = newToken ? (["token"] as const) : [];
  const authentication = auth ?? schemeFor([...namesIn(given), ...meant], [...typedCredentials(input), ...meant]);
  refuseUnneeded(authentication, input);
  if (newToken && needsOf(authentication).every((name) => given[name] !== undefined))
    throw newTokenTooMuch(authentication, input);
  return authentication;
}

/** What the sender must present. What is needed for that and not given is made once and kept for the project. */
export async function demandedCredentials(
  authentication: AuthenticationName,
  input: AuthenticationInput,
  { random, state }: Pick<CommandContext, "random"> & { state: ProjectState },
): Promise<Pick<ListenOptions, "credentials" | "made" | "usesKept">> {
  const { newToken } = input.options;
  const given = givenCredentials(input);
  const needs = needsOf(authentication);
  const known = newToken ? pick(given, needs) : await withKept(given, authentication, state);
  const missing = needs.filter((name) => known[name] === undefined);
  const usesKept = namesIn(known).some((name) => given[name] === undefined);
  if (missing.length === 0) return { credentials: known, usesKept };
  const made = pick((await authentications[authentication].load()).make(random), missing);
  if (newToken || usesKept) await keep(state, authentication, made);
  else {
    const kept = pick(await keepFirst(state, authentication, made), missing);
    const isOurs = missing.every((name) => kept[name] === made[name]);
    if (!isOurs) return { credentials: { ...known, ...kept }, usesKept: true };
  }
  return { credentials: { ...known, ...made }, made, usesKept };
}

/** What was typed and is not demanded would switch a check off that somebody means to be on. */
function refuseUnneeded(authentication: AuthenticationName, input: CommandInput<"auth" | CredentialName>): void {
  const needs = needsOf(authentication);
  const [name] = typedCredentials(input).filter((one) => !needs.includes(one));
  if (name === undefined) return;
  if (input.options.auth === undefined && needs.length === 0) throw unknownCredential(name);
  throw notAskedFor(name, authentication);
}

function newTokenTooMuch(
  authentication: AuthenticationName,
  { options, given }: CommandInput<"auth" | CredentialName>,
): HooksError {
  const [name] = namesIn(pick(options, needsOf(authentication)));
  return name === undefined ? newTokenForNothing(authentication) : madeAndGiven(name, given.nameOf(name));
}
