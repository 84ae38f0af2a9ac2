import { untilAborted } from "../../waiting.ts";

/** Counts what reached the handler, so that the next event is told once the last is through. */
export class DeliveryCount {
  #ended = 0;
  delivered = 0;
  #wake: () => void = () => undefined;

  add(isDelivered: boolean): void {
    this.#ended += 1;
    this.delivered += isDelivered ? 1 : 0;
    this.#wake();
  }

  /** Resolves when so many have ended, or the signal aborts. */
  async reached(count: number, signal: AbortSignal): Promise<void> {
    while (this.#ended < count && !signal.aborted) {
      await untilAborted(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
    }
  }
}
