import type { Clock } from "./clock.ts";

/**
 * What the work gives, or undefined where it takes longer than so many ms: it then goes on, and nobody hears of it.
 * Rejects as the work does.
 */
export function within<Value>(clock: Clock, ms: number, work: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(undefined));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (cause: unknown) => {
        cancel();
        reject(cause);
      },
    );
  });
}

/**
 * What the work gives; undefined as soon as the signal aborts, for some work never ends. Rejects as the work does. The
 * signal may outlive many such waits: nothing of this one stays with it.
 */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  let forget = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => (forget = whenAborted(signal, () => resolve(undefined))));
  try {
    return await Promise.race([work, aborted]);
  } finally {
    forget();
  }
}

/** Acts once the signal aborts, also where it did already. The returned function forgets it. */
export function whenAborted(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) {
    act();
    return () => undefined;
  }
  signal.addEventListener("abort", act, { once: true });
  return () => signal.removeEventListener("abort", act);
}
