import { OwedDeliveries, owedKey } from "../../owed-deliveries.ts";
import type { Counts } from "../../counts.ts";
import type { DeliveryNotice, Notice, NoticeListener, TakenNotice, UndeliveredNotice } from "../../notice.ts";
import { BoundedMap } from "./bounded-map.ts";

/** What came and what became of it, in numbers. Memory is bounded, whatever a sender makes up. */
export class Tally implements NoticeListener {
  readonly #events = new Map<string, number>();
  readonly #failed = new OwedDeliveries<FailedDelivery>({ bytes: largest, bytesOf });
  readonly #undelivered = new OwedDeliveries<UndeliveredDelivery>({ bytes: largest, bytesOf });
  /** Of those that are only counted. */
  readonly #beyond = { sendable: 0, cutOff: 0 };
  /** What was delivered since it came last: enough of it to tell of what is pending at the end. */
  readonly #settled = new BoundedMap<true>({ bytes: largest, bytesOf: () => 0 });
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
    const undelivered = this.#undelivered.values();
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
      undelivered: undelivered
        .slice(0, 1_000)
        .map(({ event, target, file, wasSent }) => ({ event, target, file, wasSent })),
      undeliveredCount: this.#undelivered.count,
      cutOff: undelivered.filter(({ wasSent }) => wasSent).length + this.#beyond.cutOff,
      sendable: [...failures, ...undelivered].filter((one) => one.canBeSentAgain).length + this.#beyond.sendable,
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
      this.#undelivered.settle(key);
      this.#settled.set(key, true);
      return;
    }
    const why = attempt.outcome === "rejected" ? attempt.words.shown : attempt.reason;
    const isSendable = canBeSentAgain(notice);
    const isHeld = this.#failed.owe(key, { event, target: target.name, file, why, canBeSentAgain: isSendable });
    if (!isHeld && isSendable) this.#beyond.sendable += 1;
  }

  /** One that failed before and came again since counts once; one that was delivered since it came last is not owed. */
  #leftUndelivered(notice: UndeliveredNotice): void {
    const key = owedKey(notice, notice.target.kept);
    if (this.#settled.has(key)) return;
    this.#failed.settle(key);
    const { event, target, file, wasSent } = notice;
    const isSendable = canBeSentAgain(notice);
    const owed = { event, target: target.name, file, wasSent, canBeSentAgain: isSendable };
    if (this.#undelivered.owe(key, owed)) return;
    this.#beyond.sendable += isSendable ? 1 : 0;
    this.#beyond.cutOff += wasSent ? 1 : 0;
  }
}

/** In bytes, of each of what is remembered. */
const largest = 4 * 1024 ** 2;

type FailedDelivery = Counts["failures"][number] & { canBeSentAgain: boolean };
type UndeliveredDelivery = Counts["undelivered"][number] & { canBeSentAgain: boolean };

function bytesOf({ event, target, file = "" }: Counts["undelivered"][number] | FailedDelivery): number {
  return event.length + target.length + file.length;
}

function canBeSentAgain({ file, target }: DeliveryNotice | UndeliveredNotice): boolean {
  return file !== undefined && target.kept.canBeSentToAgain;
}
