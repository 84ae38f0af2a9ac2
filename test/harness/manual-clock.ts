import type { Clock } from "../../src/clock.ts";

/** Time that moves only when a test says so. */
export interface ManualClock extends Clock {
  /** Moves time; who sleeps wakes at its moment, and what it does then is let happen before time goes on. */
  advance(ms: number): Promise<void>;
  /** How many sleep now. */
  sleeping(): number;
  /** Resolves when so many sleep. */
  untilSleeping(count: number): Promise<void>;
  /** Resolves when somebody sleeps who went to sleep for exactly so long. */
  untilSleepingFor(ms: number): Promise<void>;
}

interface Sleeper {
  ms: number;
  due: number;
  wake(): void;
}

export function manualClock(start = new Date("2026-11-23T14:05:11.123Z")): ManualClock {
  const sleepers = new Set<Sleeper>();
  const watchers = new Set<() => void>();
  let elapsed = 0;

  const after = (ms: number, act: () => void) => {
    const sleeper = { ms, due: elapsed + ms, wake };
    sleepers.add(sleeper);
    for (const look of watchers) look();
    if (ms <= 0) queueMicrotask(() => sleepers.has(sleeper) && wake());
    return () => void sleepers.delete(sleeper);
    function wake() {
      sleepers.delete(sleeper);
      act();
    }
  };

  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (ms <= 0 || signal?.aborted) return resolve();
      const cancel = after(ms, wake);
      signal?.addEventListener("abort", wake, { once: true });
      function wake() {
        cancel();
        signal?.removeEventListener("abort", wake);
        resolve();
      }
    });

  return {
    now: () => new Date(start.getTime() + elapsed),
    elapsed: () => elapsed,
    sleep,
    after,
    async advance(ms) {
      await turn(); // who was just told to may only now go to sleep
      const until = elapsed + ms;
      for (let next = earliest(sleepers, until); next !== undefined; next = earliest(sleepers, until)) {
        elapsed = next.due;
        next.wake();
        await turn();
      }
      elapsed = until;
      await turn();
    },
    sleeping: () => sleepers.size,
    untilSleeping: (count) => when(() => sleepers.size >= count),
    untilSleepingFor: (ms) => when(() => [...sleepers].some((sleeper) => sleeper.ms === ms)),
  };

  function when(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  }
}

function earliest(sleepers: Set<Sleeper>, until: number): Sleeper | undefined {
  return [...sleepers].filter(({ due }) => due <= until).toSorted((a, b) => a.due - b.due)[0];
}

/** One turn of the event loop. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
