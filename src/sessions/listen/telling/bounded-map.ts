/** What an entry takes beside its texts. */
const entryBytes = 100;

export interface BoundedMapOptions<Value> {
  /** For all entries together, keys included. */
  bytes: number;
  bytesOf(value: Value): number;
}

/** A map that forgets what was set longest ago where all of it takes too many bytes; what is larger alone is not kept. */
export class BoundedMap<Value> {
  readonly #options: BoundedMapOptions<Value>;
  readonly #entries = new Map<string, Value>();
  /** Goes on where it was: looked for from the beginning, what was forgotten is passed each time. */
  readonly #oldest = this.#entries.keys();
  #bytes = 0;

  constructor(options: BoundedMapOptions<Value>) {
    this.#options = options;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, value: Value): void {
    this.delete(key);
    const bytes = this.#bytesOf(key, value);
    if (bytes > this.#options.bytes) return;
    this.#entries.set(key, value);
    this.#bytes += bytes;
    while (this.#bytes > this.#options.bytes) this.delete(this.#oldest.next().value ?? key);
  }

  delete(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined || !this.#entries.delete(key)) return;
    this.#bytes -= this.#bytesOf(key, value);
  }

  #bytesOf(key: string, value: Value): number {
    return entryBytes + textBytes(key) + this.#options.bytesOf(value);
  }
}

/** At most: V8 keeps a text of Latin letters in half of that. */
export function textBytes(text: string): number {
  return 2 * text.length;
}
