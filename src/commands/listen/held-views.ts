import { HeldNotices, type Notice, type NoticeListener } from "../../sessions/index.ts";

/** What writes to the terminal, and waits while a question is there: as much of it as `HeldNotices` holds. */
export class HeldViews implements NoticeListener {
  readonly #views: readonly NoticeListener[];
  #held: HeldNotices | undefined;

  constructor(views: readonly NoticeListener[]) {
    this.#views = views;
  }

  show(notice: Notice): void {
    if (this.#held === undefined) this.#showNow(notice);
    else this.#held.add(notice);
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  hold(): void {
    this.#held ??= new HeldNotices();
  }

  /** Shows what came meanwhile, and how many of it were left out. */
  release(): void {
    const { notices, leftOut } = this.#held?.take() ?? { notices: [], leftOut: 0 };
    this.#held = undefined;
    for (const notice of notices) this.#showNow(notice);
    if (leftOut > 0) this.#showNow({ kind: "warning", about: "not shown at a question", notices: leftOut });
  }

  async close(): Promise<void> {
    this.release();
    for (const view of this.#views) await view.close();
  }

  #showNow(notice: Notice): void {
    for (const view of this.#views) view.show(notice);
  }
}
