/** Randomness, passed in so that a seed can make it repeatable. */
export interface Random {
  /** A version 4 UUID in lower case. */
  uuid(): string;
  /** 32 characters that are safe in a header, a URL and a shell. */
  token(): string;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
}

/** Of the global `crypto`, which Node loads when it is first asked; `node:crypto` takes each start 10 ms. */
export const systemRandom: Random = {
  uuid: () => crypto.randomUUID(),
  token: () => Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString("base64url"),
  integer(min, max) {
    const span = max - min + 1;
    const isWide = span > 2 ** 32;
    const all = isWide ? 2 ** 53 : 2 ** 32;
    const draw = isWide ? drawManySystemBits : drawSystemBits;
    const end = all - (all % span); // beyond it, the first values of the range would come more often
    let drawn = draw();
    while (drawn >= end) drawn = draw();
    return min + (drawn % span);
  },
};

/** Asked for by the thousand, for each call to the system's source takes longer than all that an event needs of it. */
const systemBits = new Uint32Array(1024);
let bitsLeft = 0;

/** 32 of them. */
function drawSystemBits(): number {
  if (bitsLeft === 0) {
    crypto.getRandomValues(systemBits);
    bitsLeft = systemBits.length;
  }
  bitsLeft -= 1;
  return systemBits[bitsLeft] ?? 0;
}

/** 53, as many as a number holds. */
function drawManySystemBits(): number {
  return drawSystemBits() * 2 ** 21 + (drawSystemBits() >>> 11);
}

/** What a seed may be. */
export const seeds = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** The same seed gives the same values on every platform. */
export function seededRandom(seed: number): Random {
  return new SeededRandom(seed);
}

const hexDigits = Buffer.from("0123456789abcdef", "latin1");

/** In these, `x` becomes any hexadecimal digit and `v` one of the four that a variant 1 UUID has there. */
const uuidForm = Buffer.from("xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx", "latin1");
const tokenForm = Buffer.from("x".repeat(32), "latin1");
const anyDigit = 0x78;
const variantDigit = 0x76;
const written = Buffer.alloc(uuidForm.length);

/** SplitMix32: 32 bits a call, every seed its own sequence. */
class SeededRandom implements Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed >>> 0) ^ Math.floor(seed / 2 ** 32);
  }

  uuid(): string {
    return this.#filled(uuidForm);
  }

  token(): string {
    return this.#filled(tokenForm);
  }

  integer(min: number, max: number): number {
    const span = max - min + 1;
    const drawn = span > 2 ** 32 ? this.#next() * 2 ** 21 + (this.#next() >>> 11) : this.#next();
    return min + (drawn % span);
  }

  /** Written into bytes: a text that grows by a digit at a time takes some times as long. */
  #filled(form: Uint8Array): string {
    for (let position = 0; position < form.length; position += 1) {
      const place = form[position] ?? anyDigit;
      if (place === anyDigit) written[position] = hexDigits[this.#next() & 15] ?? place;
      else if (place === variantDigit) written[position] = hexDigits[8 + (this.#next() & 3)] ?? place;
      else written[position] = place;
    }
    return written.toString("latin1", 0, form.length);
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
