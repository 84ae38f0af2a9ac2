import type { Clock } from "../../clock.ts";

interface Sleeper {
  due: number;
  act(): void;
}

/** Time that moves only when it is told to: ten hours pass in a millisecond. */
export class VirtualClock implements Clock {
  readonly #start: number;
  readonly #sleepers = new Set<Sleeper>();
  #elapsed = 0;

  constructor(start: Date) {
    this.#start = start.getTime();
  }

  now(): Date {
    return new Date(this.#start + this.#elapsed);
  }

  elapsed(): number {
    return this.#elapsed;
  }

  after(ms: number, act: () => void): () => void {
    const sleeper = { due: this.#elapsed + Math.max(ms, 0), act };
    this.#sleepers.add(sleeper);
    if (ms <= 0) queueMicrotask(() => this.#wake(sleeper));
    return () => void this.#sleepers.delete(sleeper);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const cancel = this.after(ms, wake);
      signal?.addEventListener("abort", wake);
    });
  }

  /**
   * Moves time by so many ms. Everybody who sleeps wakes at its moment, and time stands still until `settled` resolves:
   * what was begun then has ended.
   */
  async advance(ms: number, settled: () => Promise<void>): Promise<void> {
    const until = this.#elapsed + ms;
    await settled();
    for (let next = this.#earliest(until); next !== undefined; next = this.#earliest(until)) {
      this.#elapsed = Math.max(this.#elapsed, next.due);
      this.#wake(next);
      await settled();
    }
    this.#elapsed = Math.max(this.#elapsed, until);
  }

  #wake(sleeper: Sleeper): void {
    if (this.#sleepers.delete(sleeper)) sleeper.act();
  }

  #earliest(until: number): Sleeper | undefined {
    const due = [...this.#sleepers].filter((sleeper) => sleeper.due <= until);
    return due.reduce<Sleeper | undefined>(
      (first, one) => (first === undefined || one.due < first.due ? one : first),
      undefined,
    );
  }
}
