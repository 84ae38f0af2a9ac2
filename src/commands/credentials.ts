import { credentialNames, namesIn, pick, type CredentialName, type Credentials } from "../authentication/index.ts";
import type { Origin } from "../config/index.ts";

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
