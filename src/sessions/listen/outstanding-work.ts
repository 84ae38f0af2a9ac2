import { untilAborted } from "../../waiting.ts";

/** Counts what is pending, and tells when nothing is. */
export class OutstandingWork {
  count = 0;
  #waiters: (() => void)[] = [];

  begin(): void {
    this.count += 1;
  }

  end(): void {
    this.count -= 1;
    if (this.count === 0) for (const resolve of this.#waiters.splice(0)) resolve();
  }

  none(signal?: AbortSignal): Promise<void> {
    if (this.count === 0) return Promise.resolve();
    const none = new Promise<void>((resolve) => this.#waiters.push(resolve));
    return signal === undefined ? none : untilAborted(none, signal);
  }
}
