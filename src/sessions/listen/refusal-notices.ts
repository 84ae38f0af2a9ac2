import type { Clock } from "../../clock.ts";

/** Says refusals at most once a second, with how many of a kind there were: anybody can make them without end. */
export class RefusalNotices {
  readonly #waiting = new Map<string, number>();
  readonly #clock: Clock;
  readonly #say: (reason: string, times: number) => void;
  readonly #closing = new AbortController();
  #busy = false;

  constructor(clock: Clock, say: (reason: string, times: number) => void) {
    this.#clock = clock;
    this.#say = say;
  }

  add(reason: string): void {
    // The sender chooses the path that stands in a reason; memory must not follow.
    const kind = this.#waiting.has(reason) || this.#waiting.size < 20 ? reason : "other calls";
    this.#waiting.set(kind, (this.#waiting.get(kind) ?? 0) + 1);
    if (!this.#busy) void this.#sayAll();
  }

  /** Says what waits. */
  close(): void {
    this.#closing.abort();
    this.#sayWaiting();
  }

  #sayWaiting(): void {
    for (const [reason, times] of this.#waiting) this.#say(reason, times);
    this.#waiting.clear();
  }

  async #sayAll(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      this.#sayWaiting();
      await this.#clock.sleep(1_000, this.#closing.signal);
    }
    this.#busy = false;
  }
}
