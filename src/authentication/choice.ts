import type { CredentialName } from "./credentials.ts";
import { authentications, type AuthenticationEntry, type AuthenticationName } from "./table.ts";

/**
 * The scheme that uses most of what was typed, then most of what else is given, and needs nothing more; of two, the
 * first in the table.
 */
export function schemeFor(given: readonly CredentialName[], typed = given): AuthenticationName {
  const used = (name: AuthenticationName) => needsOf(name).filter((need) => typed.includes(need)).length;
  const usable = schemeNames().filter((name) => needsOf(name).every((need) => given.includes(need)));
  const [best] = usable.toSorted(
    (one, other) => used(other) - used(one) || needsOf(other).length - needsOf(one).length,
  );
  if (best === undefined) throw new TypeError("No scheme needs nothing.");
  return best;
}

export function needsOf(name: AuthenticationName): readonly CredentialName[] {
  const entry: AuthenticationEntry = authentications[name];
  return entry.needs;
}

/** Whether who sends has to know where access tokens are had. */
export function usesTokenUrl(name: AuthenticationName): boolean {
  const entry: AuthenticationEntry = authentications[name];
  return entry.usesTokenUrl === true;
}

/** What has to be given for one of these headers to be presented, each way once: `[["token"]]`. */
export async function needsToPresent(headers: readonly string[]): Promise<(readonly CredentialName[])[]> {
  const schemes = await Promise.all(
    schemeNames().map(async (name) => ({ needs: needsOf(name), ...(await authentications[name].load()) })),
  );
  const ways = schemes.filter((scheme) => scheme.headers.some((name) => headers.includes(name)));
  return [...new Map(ways.map(({ needs }) => [needs.join(), needs])).values()];
}

/** In the order of the table. */
export function schemeNames(): AuthenticationName[] {
  return Object.keys(authentications) as AuthenticationName[];
}
