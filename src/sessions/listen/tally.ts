import type { EndNotice } from "../notice.ts";

type Counts = Omit<EndNotice, "kind" | "durationMs" | "fixtures" | "missing">;

/** What came and what became of it, in numbers. Memory is bounded, whatever a sender makes up. */
export class Tally {
  readonly #events = new Map<string, number>();
  readonly #undelivered: EndNotice["undelivered"] = [];
  repeats = 0;
  hidden = 0;
  unrecorded = 0;
  refused = 0;
  delivered = 0;
  failed = 0;
  sendable = 0;
  readonly #unsendable = new Set<string>();

  came(event: string, times: number): void {
    if (times > 1) {
      this.repeats += 1;
      return;
    }
    const name = this.#events.has(event) || this.#events.size < 200 ? event : "others";
    this.#events.set(name, (this.#events.get(name) ?? 0) + 1);
  }

  undelivered(one: EndNotice["undelivered"][number]): void {
    this.#undelivered.push(one);
  }

  /** A delivery that failed for good, of the event in this file. */
  unsendable(file: string): void {
    if (this.#unsendable.size < 100) this.#unsendable.add(file);
  }

  counts(): Counts {
    const { repeats, hidden, unrecorded, refused, delivered, failed, sendable } = this;
    const events = Object.fromEntries(this.#events);
    const [undelivered, unsendable] = [this.#undelivered, [...this.#unsendable]];
    return { events, repeats, hidden, unrecorded, refused, delivered, failed, undelivered, sendable, unsendable };
  }
}
