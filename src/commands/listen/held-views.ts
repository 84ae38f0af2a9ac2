import type { Notice, NoticeListener } from "../../sessions/index.ts";

/** What writes to the terminal, and waits while a question is there. */
export class HeldViews implements NoticeListener {
  readonly #views: readonly NoticeListener[];
  #held: Notice[] | undefined;

  constructor(views: readonly NoticeListener[]) {
    this.#views = views;
  }

  show(notice: Notice): void {
    if (this.#held === undefined) this.#showNow(notice);
    else this.#held.push(notice);
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  hold(): void {
    this.#held ??= [];
  }

  /** Shows what came meanwhile. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const notice of held) this.#showNow(notice);
  }

  async close(): Promise<void> {
    this.release();
    for (const view of this.#views) await view.close();
  }

  #showNow(notice: Notice): void {
    for (const view of this.#views) view.show(notice);
  }
}
