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

/** What a seed may be. */
export const seeds = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** The same seed gives the same values on every platform. */
export function seededRandom(seed: number): Random {
  return new SeededRandom(seed);
}

/** SplitMix32: 32 bits a call, every seed its own sequence. */
class SeededRandom implements Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed >>> 0) ^ Math.floor(seed / 2 ** 32);
  }

  uuid(): string {
    const variant = () => (8 + (this.#next() & 3)).toString(16);
    return `${this.#hex(8)}-${this.#hex(4)}-4${this.#hex(3)}-${variant()}${this.#hex(3)}-${this.#hex(12)}`;
  }

  token(): string {
    return this.#hex(32);
  }

  integer(min: number, max: number): number {
    const span = max - min + 1;
    const drawn = span > 2 ** 32 ? this.#next() * 2 ** 21 + (this.#next() >>> 11) : this.#next();
    return min + (drawn % span);
  }

  #hex(length: number): string {
    return Array.from({ length }, () => (this.#next() & 15).toString(16)).join("");
  }

  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }
}
