import type { Notice, NoticeListener } from "../../notice.ts";

/**
 * Everybody who follows a session, each told everything in the same order. One that fails keeps nothing from the others;
 * then what it failed with is thrown.
 */
export class Audience implements NoticeListener {
  readonly #listeners: readonly NoticeListener[];

  constructor(listeners: readonly NoticeListener[]) {
    this.#listeners = listeners;
  }

  show(notice: Notice): void {
    const failures: unknown[] = [];
    for (const listener of this.#listeners) {
      try {
        listener.show(notice);
      } catch (cause) {
        failures.push(cause);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const listener of this.#listeners)
      await listener.close().catch((cause: unknown) => {
        failures.push(cause);
      });
    if (failures.length > 0) throw failures[0];
  }
}
