import { isSame } from "../same.ts";

/** A client's id and secret, or a user's name and password. */
export type Pair = readonly [name: string, secret: string];

/** At the first colon: a name has none, a secret may have some. */
export function pairOf(text: string): Pair {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** In constant time. `expected`: as it is typed; without it nothing is right. */
export function isPair(presented: Pair, expected: string | undefined): boolean {
  return expected !== undefined && isSame(JSON.stringify(presented), JSON.stringify(pairOf(expected)));
}
