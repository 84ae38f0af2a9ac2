import { systemClock, type Clock } from "../../src/clock.ts";

/** A clock whose time goes so many times faster: for waits on what a real process does, or does not. */
export function fastClock(times: number): Clock {
  const began = systemClock.now().getTime();
  const since = systemClock.elapsed();
  const elapsed = () => (systemClock.elapsed() - since) * times;
  return {
    now: () => new Date(began + elapsed()),
    elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
    after: (ms, act) => systemClock.after(ms / times, act),
  };
}
