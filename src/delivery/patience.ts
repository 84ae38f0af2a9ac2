import type { Clock } from "../clock.ts";
import { reached, type Attempt } from "./attempt.ts";

/** Tries an event again while the target refuses connections. */
export interface Patience {
  /**
   * `number` counts the events of the target; `newest` is the highest so far. `onWait` is called once, before the
   * first wait. Ends with the last attempt when the time is over or the signal aborts.
   */
  deliver(
    attempt: () => Promise<Attempt>,
    place: { number: number; newest(): number; onWait(first: Attempt): void },
  ): Promise<Attempt>;
}

const firstPauseMs = 250;
const longestPauseMs = 1_000;

/**
 * Development servers restart, so an event waits for one, for `retryRefusedMs` in all. When that was in vain, the
 * events which had come by then get one quick attempt each: waiting as long for each of a thousand would take hours
 * while nothing changed. An event that comes later, or after one got through, has the whole time again.
 */
export function createPatience(clock: Clock, retryRefusedMs: number, signal: AbortSignal): Patience {
  let inVainUpTo = -1;
  return {
    async deliver(attempt, { number, newest, onWait }) {
      const first = await attempt();
      const isTriedAgain = isRefused(first) && number > inVainUpTo;
      if (isTriedAgain) onWait(first);
      const last = isTriedAgain ? await tryAgain(attempt, first) : first;
      if (isTriedAgain && isRefused(last)) inVainUpTo = newest();
      if (reached(last)) inVainUpTo = -1;
      return last;
    },
  };

  async function tryAgain(attempt: () => Promise<Attempt>, first: Attempt): Promise<Attempt> {
    const until = clock.elapsed() + retryRefusedMs;
    let last = first;
    for (
      let pauseMs = firstPauseMs;
      isRefused(last) && !signal.aborted;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    ) {
      const leftMs = until - clock.elapsed();
      if (leftMs <= 0) return last;
      await clock.sleep(Math.min(pauseMs, leftMs), signal);
      if (!signal.aborted) last = await attempt();
    }
    return last;
  }
}

function isRefused(attempt: Attempt): boolean {
  return attempt.outcome === "failed" && attempt.reason === "refused";
}
