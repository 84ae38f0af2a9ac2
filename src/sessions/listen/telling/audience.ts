import type { Notice, NoticeListener } from "../../notice.ts";

/** Everybody who follows a session, each told everything in the same order. */
export class Audience implements NoticeListener {
  readonly #listeners: readonly NoticeListener[];

  constructor(listeners: readonly NoticeListener[]) {
    this.#listeners = listeners;
  }

  show(notice: Notice): void {
    for (const listener of this.#listeners) listener.show(notice);
  }

  async close(): Promise<void> {
    for (const listener of this.#listeners) await listener.close();
  }
}
