import type { Counts, DeliveryNotice, Notice, NoticeListener, TakenNotice, UndeliveredNotice } from "../../notice.ts";

/** What came and what became of it, in numbers. Memory is bounded, whatever a sender makes up. */
export class Tally implements NoticeListener {
  readonly #events = new Map<string, number>();
  readonly #undelivered: Counts["undelivered"] = [];
  readonly #unsendable = new Set<string>();
  #repeats = 0;
  #hidden = 0;
  #unrecorded = 0;
  #refused = 0;
  #delivered = 0;
  #failed = 0;
  #sendable = 0;

  show(notice: Notice): void {
    switch (notice.kind) {
      case "taken":
        return this.#came(notice);
      case "delivery":
        return this.#attempted(notice);
      case "undelivered":
        return this.#leftUndelivered(notice);
      case "dropped":
        this.#failed += 1;
        return;
      case "unrecorded":
        this.#unrecorded += 1;
        return;
      case "refused":
        this.#refused += notice.times;
        return;
      default:
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  counts(): Counts {
    return {
      events: Object.fromEntries(this.#events),
      repeats: this.#repeats,
      hidden: this.#hidden,
      unrecorded: this.#unrecorded,
      refused: this.#refused,
      delivered: this.#delivered,
      failed: this.#failed,
      undelivered: this.#undelivered,
      sendable: this.#sendable,
      unsendable: [...this.#unsendable],
    };
  }

  #came({ event, times, isShown }: TakenNotice): void {
    if (!isShown) this.#hidden += 1;
    if (times > 1) {
      this.#repeats += 1;
      return;
    }
    const name = this.#events.has(event) || this.#events.size < 200 ? event : "others";
    this.#events.set(name, (this.#events.get(name) ?? 0) + 1);
  }

  #attempted(notice: DeliveryNotice): void {
    if (notice.attempt.outcome === "accepted") {
      this.#delivered += 1;
      return;
    }
    this.#failed += 1;
    if (canBeSentAgain(notice)) this.#sendable += 1;
    else if (notice.file !== undefined && this.#unsendable.size < 100) this.#unsendable.add(notice.file);
  }

  #leftUndelivered(notice: UndeliveredNotice): void {
    const { event, target, file, wasSent } = notice;
    if (canBeSentAgain(notice)) this.#sendable += 1;
    this.#undelivered.push({ event, target: target.name, file, wasSent });
  }
}

function canBeSentAgain({ file, target }: DeliveryNotice | UndeliveredNotice): boolean {
  return file !== undefined && target.kept.canBeSentToAgain;
}
