import type { HeaderList } from "../endpoint.ts";
import { splitQuery } from "../address.ts";

/**
 * Path and query of a request below an endpoint's path, `undefined` where it is for another one. A slash at the end
 * makes no difference.
 */
export function pathBelow(url: string, endpointPath: string | undefined): string | undefined {
  if (endpointPath === undefined) return url.startsWith("/") ? url : "/";
  const { path, query } = splitQuery(url);
  if (path.replace(/\/$/, "") !== endpointPath.replace(/\/$/, "")) return undefined;
  return query === undefined ? "/" : `/?${query}`;
}

/** A query may hold secrets. */
export function withoutQuery(url: string): string {
  return splitQuery(url).path.slice(0, 100);
}

/** What Node gives as a flat list. */
export function headerList(raw: readonly string[]): HeaderList {
  return Array.from(
    { length: raw.length / 2 },
    (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""] as const,
  );
}
