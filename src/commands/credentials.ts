import {
  credentialNames,
  namesIn,
  pick,
  schemeNames,
  type CredentialName,
  type Credentials,
} from "../authentication/index.ts";
import type { Origin } from "../config/index.ts";

/** How the options are explained where they say what to present, and where they then stand. */
export const presentingHelp = {
  auth: `what to present: ${schemeNames().join(" or ")}`,
  token: "the token to present; or @file",
  client: "the client's id and secret to present; or @file",
  user: "the user's name and password to present; or @file",
};
export const presentingGroup = { auth: "Sending", token: "Sending", client: "Sending", user: "Sending" } as const;

/** The options that hold credentials, and where each came from. */
export interface CredentialInput {
  options: Credentials;
  origins: Readonly<Record<CredentialName, Origin>>;
}

/** Those that were typed or stand in a variable. */
export function givenCredentials({ options }: Pick<CredentialInput, "options">): Credentials {
  return pick(options, credentialNames);
}

/** The names of those that were typed, and so are meant for this run. */
export function typedCredentials(input: CredentialInput): CredentialName[] {
  return namesIn(givenCredentials(input)).filter((name) => input.origins[name] === "flag");
}
