/** So many at once, the others in the order in which they came. */
export class Lane {
  readonly #most: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Rejects as the work does. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#running >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift(); // its place goes on to the next
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
