import { OwedDeliveries, owedKey } from "../../owed-deliveries.ts";
import type { Counts, DeliveryNotice, Notice, NoticeListener, TakenNotice, UndeliveredNotice } from "../../notice.ts";
import { BoundedMap } from "./bounded-map.ts";

/** What came and what became of it, in numbers. Memory is bounded, whatever a sender makes up. */
export class Tally implements NoticeListener {
  readonly #events = new Map<string, number>();
  readonly #failed = new OwedDeliveries<FailedDelivery>();
  readonly #undelivered = new Map<string, UndeliveredNotice>();
  /** What was delivered since it came last: enough of it to tell of what is pending at the end. */
  readonly #settled = new BoundedMap<true>({ bytes: 4 * 1024 ** 2, bytesOf: () => 0 });
  #repeats = 0;
  #hidden = 0;
  #unrecorded = 0;
  #refused = 0;
  #delivered = 0;
  #dropped = 0;

  show(notice: Notice): void {
    switch (notice.kind) {
      case "taken":
        return this.#came(notice);
      case "delivery":
        return this.#attempted(notice);
      case "undelivered":
        return this.#leftUndelivered(notice);
      case "dropped":
        this.#dropped += 1;
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
    const failures = this.#failed.values();
    const undelivered = [...this.#undelivered.values()];
    const unsendable = new Set(
      failures.flatMap((one) => (one.canBeSentAgain || one.file === undefined ? [] : one.file)),
    );
    return {
      events: Object.fromEntries(this.#events),
      repeats: this.#repeats,
      hidden: this.#hidden,
      unrecorded: this.#unrecorded,
      refused: this.#refused,
      delivered: this.#delivered,
      failed: this.#failed.count + this.#dropped,
      failures: failures.slice(0, 100).map(({ event, target, file, why }) => ({ event, target, file, why })),
      undelivered: undelivered.map(({ event, target, file, wasSent }) => ({
        event,
        target: target.name,
        file,
        wasSent,
      })),
      sendable: failures.filter((one) => one.canBeSentAgain).length + undelivered.filter(canBeSentAgain).length,
      unsendable: [...unsendable].slice(0, 100),
    };
  }

  #came({ event, file, times, isShown, takers }: TakenNotice): void {
    if (file !== undefined) for (const { kept } of takers) this.#settled.delete(owedKey({ file, number: 0 }, kept));
    if (!isShown) this.#hidden += 1;
    if (times > 1) {
      this.#repeats += 1;
      return;
    }
    const name = this.#events.has(event) || this.#events.size < 200 ? event : "others";
    this.#events.set(name, (this.#events.get(name) ?? 0) + 1);
  }

  #attempted(notice: DeliveryNotice): void {
    const { event, file, target, attempt } = notice;
    const key = owedKey(notice, target.kept);
    if (attempt.outcome === "accepted") {
      this.#delivered += 1;
      this.#failed.settle(key);
      this.#settled.set(key, true);
      return;
    }
    const why = attempt.outcome === "rejected" ? attempt.words.shown : attempt.reason;
    this.#failed.owe(key, { event, target: target.name, file, why, canBeSentAgain: canBeSentAgain(notice) });
  }

  /** One that failed before and came again since counts once; one that was delivered since it came last is not owed. */
  #leftUndelivered(notice: UndeliveredNotice): void {
    const key = owedKey(notice, notice.target.kept);
    if (this.#settled.has(key)) return;
    this.#failed.settle(key);
    this.#undelivered.set(key, notice);
  }
}

type FailedDelivery = Counts["failures"][number] & { canBeSentAgain: boolean };

function canBeSentAgain({ file, target }: DeliveryNotice | UndeliveredNotice): boolean {
  return file !== undefined && target.kept.canBeSentToAgain;
}
