import { untilAborted } from "../../waiting.ts";
import type { Notice, NoticeListener } from "../notice.ts";

/** Counts what reached the handler, so that the next event is told once the last is through. */
export class DeliveryCount implements NoticeListener {
  #ended = 0;
  delivered = 0;
  #wake: () => void = () => undefined;

  show(notice: Notice): void {
    if (notice.kind !== "delivery") return;
    this.#ended += 1;
    this.delivered += notice.attempt.outcome === "accepted" ? 1 : 0;
    this.#wake();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Resolves when so many have ended, or the signal aborts. */
  async reached(count: number, signal: AbortSignal): Promise<void> {
    while (this.#ended < count && !signal.aborted) {
      await untilAborted(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
    }
  }
}
