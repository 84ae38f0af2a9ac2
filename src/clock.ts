import { setTimeout as wait } from "node:timers/promises";

/** Time, passed in so that a test can move it. */
export interface Clock {
  now(): Date;
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  async sleep(ms, signal) {
    for (let leftMs = Math.max(ms, 0); !signal?.aborted; leftMs -= longestTimerMs) {
      await wait(Math.min(leftMs, longestTimerMs), undefined, { signal }).catch((cause: unknown) => {
        if (!signal?.aborted) throw cause;
      });
      if (leftMs <= longestTimerMs) return;
    }
  },
};
