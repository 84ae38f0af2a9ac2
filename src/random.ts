import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Randomness, passed in so that a seed can make it repeatable. */
export interface Random {
  /** A version 4 UUID in lower case. */
  uuid(): string;
  /** 32 characters that are safe in a header, a URL and a shell. */
  token(): string;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  token: () => randomBytes(24).toString("base64url"),
  integer: (min, max) => randomInt(min, max + 1),
};

/** The same seed gives the same values on every platform. */
export function seededRandom(seed: number): Random {
  const next = splitMix32(seed);
  const integer = (min: number, max: number) => min + (next() % (max - min + 1));
  const hex = (length: number) => Array.from({ length }, () => (next() & 15).toString(16)).join("");
  return {
    integer,
    token: () => hex(32),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${(8 + (next() & 3)).toString(16)}${hex(3)}-${hex(12)}`,
  };
}

/** SplitMix32: 32 bits a call, every seed its own sequence. */
function splitMix32(seed: number): () => number {
  let state = (seed >>> 0) ^ Math.floor(seed / 2 ** 32);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
