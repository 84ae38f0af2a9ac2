import type { Clock } from "../../clock.ts";
import { reached, type Attempt } from "../attempt.ts";

const firstPauseMs = 250;
const longestPauseMs = 1_000;

/**
 * Tries an event again while the target refuses connections: development servers restart. Each event has
 * `retryRefusedMs` of its own, from when it came or from when the target began to refuse, whichever is later. Where
 * that is over before its turn comes it gets one attempt, so that a thousand do not wait one after the other.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #retryRefusedMs: number;
  readonly #signal: AbortSignal;
  /** When the first attempt was refused since the target was last reached. */
  #refusingSinceMs: number | undefined;

  constructor(clock: Clock, retryRefusedMs: number, signal: AbortSignal) {
    this.#clock = clock;
    this.#retryRefusedMs = retryRefusedMs;
    this.#signal = signal;
  }

  /**
   * `cameAtMs`: by the clock's `elapsed`. `onWait` is called once, before the first wait, unless less than the longest
   * pause is left. Ends with the last attempt when the time is over or the signal aborts. Where that was refused, its
   * duration is all of the event's own time; where it failed otherwise, that of all attempts with their pauses.
   */
  async deliver(
    attempt: () => Promise<Attempt>,
    { cameAtMs, onWait }: { cameAtMs: number; onWait(first: Attempt): void },
  ): Promise<Attempt> {
    const beganAtMs = this.#clock.elapsed();
    const first = await this.#try(attempt);
    if (!isRefused(first)) return first;
    const waitsSinceMs = Math.max(cameAtMs, this.#refusingSinceMs ?? cameAtMs);
    const untilMs = waitsSinceMs + this.#retryRefusedMs;
    if (untilMs - this.#clock.elapsed() >= longestPauseMs) onWait(first);
    const last = await this.#tryAgain(attempt, first, untilMs);
    if (last.outcome !== "failed") return last;
    return { ...last, durationMs: this.#clock.elapsed() - (isRefused(last) ? waitsSinceMs : beganAtMs) };
  }

  async #try(attempt: () => Promise<Attempt>): Promise<Attempt> {
    const tried = await attempt();
    if (reached(tried)) this.#refusingSinceMs = undefined;
    if (isRefused(tried)) this.#refusingSinceMs ??= this.#clock.elapsed();
    return tried;
  }

  async #tryAgain(attempt: () => Promise<Attempt>, first: Attempt, untilMs: number): Promise<Attempt> {
    let last = first;
    for (
      let pauseMs = firstPauseMs;
      isRefused(last) && !this.#signal.aborted;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    ) {
      const leftMs = untilMs - this.#clock.elapsed();
      if (leftMs <= 0) return last;
      await this.#clock.sleep(Math.min(pauseMs, leftMs), this.#signal);
      if (!this.#signal.aborted) last = await this.#try(attempt);
    }
    return last;
  }
}

function isRefused(attempt: Attempt): boolean {
  return attempt.outcome === "failed" && attempt.reason === "refused";
}
