import type { View } from "../../output/index.ts";
import type { Notice } from "../../sessions/index.ts";

/** A view that waits while a question is on the screen. */
export class HeldView implements View {
  readonly #view: View;
  #held: Notice[] | undefined;

  constructor(view: View) {
    this.#view = view;
  }

  show(notice: Notice): void {
    if (this.#held === undefined) this.#view.show(notice);
    else this.#held.push(notice);
  }

  hold(): void {
    this.#held ??= [];
  }

  /** Shows what came meanwhile. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const notice of held) this.#view.show(notice);
  }

  close(): Promise<void> {
    this.release();
    return this.#view.close();
  }
}
