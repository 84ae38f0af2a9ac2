import { needsToPresent } from "../../authentication/index.ts";
import type { ReplaySurroundings } from "./options.ts";

/** Says which redacted places are not sent, once for each. */
export class Omissions {
  readonly #notify: ReplaySurroundings["notify"];
  readonly #said = new Set<string>();

  constructor(notify: ReplaySurroundings["notify"]) {
    this.#notify = notify;
  }

  /** `name` is how the fixture is called on screen. */
  async say(name: string, leftOut: readonly string[]): Promise<void> {
    const places = leftOut.filter((place) => !this.#said.has(place));
    for (const place of places) this.#said.add(place);
    if (places.length === 0) return;
    this.#notify({ kind: "left out", name, places, presentedWith: await needsToPresent(places) });
  }

  /** The same of what a preview does not show. */
  sayHidden(name: string, hidden: readonly string[]): void {
    const places = hidden.filter((place) => !this.#said.has(place));
    for (const place of places) this.#said.add(place);
    if (places.length > 0) this.#notify({ kind: "hidden", name, places });
  }
}
