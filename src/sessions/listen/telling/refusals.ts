import type { Clock } from "../../../clock.ts";
import type { Notice, NoticeListener, RefusedNotice } from "../../notice.ts";

/**
 * Hands refusals on at most once a second, with how many of a kind there were: anybody can make them without end. All
 * else is handed on at once.
 */
export class Refusals implements NoticeListener {
  readonly #waiting = new Map<string, RefusedNotice>();
  readonly #clock: Clock;
  readonly #next: NoticeListener;
  readonly #closing = new AbortController();
  #busy = false;

  constructor(clock: Clock, next: NoticeListener) {
    this.#clock = clock;
    this.#next = next;
  }

  show(notice: Notice): void {
    if (notice.kind === "refused") return this.#add(notice);
    if (notice.kind === "end") this.#sayWaiting(); // it counts them
    this.#next.show(notice);
  }

  close(): Promise<void> {
    this.#closing.abort();
    this.#sayWaiting();
    return this.#next.close();
  }

  #add(notice: RefusedNotice): void {
    // The sender chooses the path that stands in a reason; memory must not follow.
    const isKnown = this.#waiting.has(notice.reason) || this.#waiting.size < 20;
    const kind: RefusedNotice = isKnown ? notice : { kind: "refused", reason: "other calls", times: notice.times };
    const before = this.#waiting.get(kind.reason)?.times ?? 0;
    this.#waiting.set(kind.reason, { ...kind, times: before + kind.times });
    if (!this.#busy) void this.#sayAll();
  }

  #sayWaiting(): void {
    for (const notice of this.#waiting.values()) this.#next.show(notice);
    this.#waiting.clear();
  }

  async #sayAll(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      this.#sayWaiting();
      await this.#clock.sleep(1_000, this.#closing.signal);
    }
    this.#busy = false;
  }
}
