import { splitQuery } from "../address.ts";
import { redactAddress } from "../authentication/index.ts";
import type { HeaderList } from "../endpoint.ts";

/**
 * Path and query that a request line names. The form for proxies, a whole address, counts as its path (RFC 9112, 3.2.2);
 * its user and password are left behind. `*` stays what it is: no path.
 */
export function pathAsked(target: string): string {
  const [, asked] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(target) ?? [];
  if (asked === undefined) return target;
  return asked.startsWith("/") ? asked : `/${asked}`;
}

/**
 * Path and query of a request below an endpoint's path, `undefined` where it is for another one. A slash at the end
 * makes no difference.
 */
export function pathBelow(url: string, endpointPath: string | undefined): string | undefined {
  if (endpointPath === undefined) return url.startsWith("/") ? url : undefined;
  const { path, query } = splitQuery(url);
  if (path.replace(/\/$/, "") !== endpointPath.replace(/\/$/, "")) return undefined;
  return query === undefined ? "/" : `/?${query}`;
}

/** What is shown of a path, cut last: what is left of a secret must be known as one. A query may hold some, and goes. */
export function shownPath(url: string): string {
  return redactAddress(splitQuery(url).path.replace(/#.*/, "")).slice(0, 100);
}

/** What Node gives as a flat list. */
export function headerList(raw: readonly string[]): HeaderList {
  return Array.from(
    { length: raw.length / 2 },
    (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""] as const,
  );
}
