import type { Notice, NoticeListener } from "../../notice.ts";

/** Keeps what is said before the session is ready until that is said: it is what a user waits for, and comes first. */
export class UntilReady implements NoticeListener {
  readonly #next: NoticeListener;
  #held: Notice[] | undefined = [];

  constructor(next: NoticeListener) {
    this.#next = next;
  }

  get isWaiting(): boolean {
    return this.#held !== undefined;
  }

  get holdsSomething(): boolean {
    return this.#held !== undefined && this.#held.length > 0;
  }

  show(notice: Notice): void {
    if (notice.kind === "ready") return this.#release(notice);
    if (this.#held === undefined || atOnce.has(notice.kind)) return this.#next.show(notice);
    this.#held.push(notice);
  }

  /** Who opened what comes next closes it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #release(ready: Notice): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#next.show(ready);
    for (const notice of held) this.#next.show(notice);
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
