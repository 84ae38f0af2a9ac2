import type { Notice, NoticeListener } from "../../notice.ts";
import { HeldNotices } from "./held-notices.ts";

/**
 * Keeps what is said before the session is ready until that is said: it is what a user waits for, and comes first. It may
 * take minutes, so what is kept is bounded as `HeldNotices` says, and what is left out is counted in its place.
 */
export class UntilReady implements NoticeListener {
  readonly #next: NoticeListener;
  #held: HeldNotices | undefined;

  constructor(next: NoticeListener, options: { mostBytes?: number } = {}) {
    this.#next = next;
    this.#held = new HeldNotices(options);
  }

  get isWaiting(): boolean {
    return this.#held !== undefined;
  }

  get holdsSomething(): boolean {
    return this.#held?.isEmpty === false;
  }

  show(notice: Notice): void {
    if (notice.kind === "ready") return this.#release(notice);
    if (this.#held === undefined || atOnce.has(notice.kind)) return this.#next.show(notice);
    this.#held.add(notice);
  }

  /** Who opened what comes next closes it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #release(ready: Notice): void {
    const { notices, leftOut } = this.#held?.take() ?? { notices: [], leftOut: 0 };
    this.#held = undefined;
    this.#next.show(ready);
    for (const notice of notices) this.#next.show(notice);
    if (leftOut > 0) this.#next.show({ kind: "warning", about: "not shown", notices: leftOut });
  }
}

/** Not held back. */
const atOnce: ReadonlySet<Notice["kind"]> = new Set([
  "tunnel", // tells how long one has to wait
  "end", // comes where nothing else was said
  "listening", // and the following two: no view shows them
  "taken",
  "undelivered",
]);
