import type { MarketplaceNotice } from "../../marketplace/simulator/index.ts";
import { untilAborted } from "../../waiting.ts";

/** What became of the events of this run, each at each webhook. */
export class OwnDeliveries {
  readonly #pending = new Set<string>();
  #waiting: (() => void)[] = [];
  delivered = 0;
  failed = 0;

  get pending(): number {
    return this.#pending.size;
  }

  follow(notice: MarketplaceNotice): void {
    if (notice.kind === "happened") for (const id of notice.entries) this.#pending.add(id);
    if (notice.kind === "webhook") for (const id of notice.givenUp ?? []) this.#end(id, "failed");
    if (notice.kind === "attempt") this.#followAttempt(notice.entry, notice.logged);
    for (const look of this.#waiting.splice(0)) look();
  }

  /** Resolves once that is so, looked at after each notice, or the signal aborts. */
  async until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    while (!isSo() && !signal.aborted)
      await untilAborted(new Promise<void>((resolve) => this.#waiting.push(resolve)), signal);
  }

  #followAttempt(id: string, { delivered, nextAt }: { delivered: boolean; nextAt?: string }): void {
    if (delivered || nextAt === undefined) this.#end(id, delivered ? "delivered" : "failed");
  }

  /** Once each; what happened in an earlier run is none of them. */
  #end(id: string, outcome: "delivered" | "failed"): void {
    if (this.#pending.delete(id)) this[outcome] += 1;
  }
}
