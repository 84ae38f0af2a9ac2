import type { Clock } from "../clock.ts";
import { reached, type Attempt } from "./attempt.ts";

const firstPauseMs = 250;
const longestPauseMs = 1_000;

/**
 * Tries an event again while the target refuses connections. Development servers restart, so an event waits for one,
 * for `retryRefusedMs` in all. When that was in vain, the events which had come by then get one quick attempt each:
 * waiting as long for each of a thousand would take hours while nothing changed. An event that comes later, or after
 * one got through, has the whole time again.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #retryRefusedMs: number;
  readonly #signal: AbortSignal;
  #inVainUpTo = -1;

  constructor(clock: Clock, retryRefusedMs: number, signal: AbortSignal) {
    this.#clock = clock;
    this.#retryRefusedMs = retryRefusedMs;
    this.#signal = signal;
  }

  /**
   * `number` counts the events of the target; `newest` is the highest so far. `onWait` is called once, before the
   * first wait. Ends with the last attempt when the time is over or the signal aborts.
   */
  async deliver(
    attempt: () => Promise<Attempt>,
    { number, newest, onWait }: { number: number; newest(): number; onWait(first: Attempt): void },
  ): Promise<Attempt> {
    const first = await attempt();
    const isTriedAgain = isRefused(first) && number > this.#inVainUpTo;
    if (isTriedAgain) onWait(first);
    const last = isTriedAgain ? await this.#tryAgain(attempt, first) : first;
    if (isTriedAgain && isRefused(last)) this.#inVainUpTo = newest();
    if (reached(last)) this.#inVainUpTo = -1;
    return last;
  }

  async #tryAgain(attempt: () => Promise<Attempt>, first: Attempt): Promise<Attempt> {
    const until = this.#clock.elapsed() + this.#retryRefusedMs;
    let last = first;
    for (
      let pauseMs = firstPauseMs;
      isRefused(last) && !this.#signal.aborted;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    ) {
      const leftMs = until - this.#clock.elapsed();
      if (leftMs <= 0) return last;
      await this.#clock.sleep(Math.min(pauseMs, leftMs), this.#signal);
      if (!this.#signal.aborted) last = await attempt();
    }
    return last;
  }
}

function isRefused(attempt: Attempt): boolean {
  return attempt.outcome === "failed" && attempt.reason === "refused";
}
