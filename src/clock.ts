/** Time, passed in so that a test can move it. */
export interface Clock {
  now(): Date;
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Acts after `ms` milliseconds, unless what it returns is called before: a sleep that is cheap to end early. */
  after(ms: number, act: () => void): () => void;
}

const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed() {
    const [seconds, nanoseconds] = process.hrtime(); // to ask for `performance` loads 4 ms of Node
    return seconds * 1_000 + nanoseconds / 1e6;
  },
  sleep(ms, signal) {
    if (signal === undefined) return new Promise((resolve) => void after(ms, resolve));
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const cancel = after(ms, wake);
      signal.addEventListener("abort", wake);
    });
  },
  after,
};

function after(ms: number, act: () => void): () => void {
  let leftMs = Math.max(ms, 0);
  let timer = setTimeout(goOn, Math.min(leftMs, longestTimerMs));
  return () => clearTimeout(timer);

  function goOn(): void {
    leftMs -= longestTimerMs;
    if (leftMs <= 0) act();
    else timer = setTimeout(goOn, Math.min(leftMs, longestTimerMs));
  }
}
