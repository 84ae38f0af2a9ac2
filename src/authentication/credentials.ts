/** What a scheme can need: a row in the table of options each. The last two are a name and a secret: `name:secret`. */
export const credentialNames = ["token", "client", "user"] as const;
export type CredentialName = (typeof credentialNames)[number];

/** Each as its option is typed. */
export type Credentials = Readonly<Partial<Record<CredentialName, string>>>;

/** Only these of them. */
export function pick(credentials: Credentials, names: readonly CredentialName[]): Credentials {
  return Object.fromEntries(
    names.flatMap((name) => (credentials[name] === undefined ? [] : [[name, credentials[name]]])),
  );
}

/** The names of those that are there. */
export function namesIn(credentials: Credentials): CredentialName[] {
  return credentialNames.filter((name) => credentials[name] !== undefined);
}
