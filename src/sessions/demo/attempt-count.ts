import type { MarketplaceNotice } from "../../marketplace/simulator/index.ts";
import { OwnDeliveries } from "../simulate/own-deliveries.ts";

/** What the marketplace tried and delivered, so that the next event happens once the last is through. */
export class AttemptCount {
  readonly #deliveries = new OwnDeliveries();
  #failed = 0;
  attempts = 0;

  get delivered(): number {
    return this.#deliveries.delivered;
  }

  follow(notice: MarketplaceNotice): void {
    if (notice.kind === "attempt") {
      this.attempts += 1;
      this.#failed += notice.logged.delivered ? 0 : 1;
    }
    this.#deliveries.follow(notice);
  }

  /**
   * Whether all that happened is delivered; resolves once it is, or the signal aborts. Nor does it wait when more attempts
   * failed than the demo makes fail: on a full disk the schedule would go on for minutes.
   */
  async through(foreseenFailures: number, signal: AbortSignal): Promise<boolean> {
    const isThrough = () => this.#deliveries.pending === 0;
    await this.#deliveries.until(() => isThrough() || this.#failed > foreseenFailures, signal);
    return isThrough();
  }
}
