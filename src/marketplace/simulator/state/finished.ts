/** How much of what is finished is remembered. */
export interface FinishedLimits {
  /** How many entries; an event that nobody took counts as one. */
  entries: number;
  /** Bytes of their bodies together; one that several share counts once. */
  bodyBytes: number;
}

export const finishedLimits: FinishedLimits = { entries: 10_000, bodyBytes: 64 * 1024 ** 2 };

export interface Finished<Event> {
  /** Undefined for an event that nobody took. */
  id?: string;
  event: Event;
}

/** What is finished, in that order. */
export class FinishedQueue<Event extends { bytes: number }> {
  readonly #limits: FinishedLimits;
  #queue: Finished<Event>[] = [];
  /** Where the oldest stands: taking it out of an array would move all others. */
  #first = 0;
  #bodyBytes = 0;
  readonly #entriesOf = new Map<Event, number>();

  constructor(limits: FinishedLimits) {
    this.#limits = limits;
  }

  add(finished: Finished<Event>): void {
    this.#queue.push(finished);
    const entries = this.#entriesOf.get(finished.event) ?? 0;
    if (entries === 0) this.#bodyBytes += finished.event.bytes;
    this.#entriesOf.set(finished.event, entries + 1);
  }

  /** Takes out the oldest if there is more than the limits allow. */
  takeBeyond(): Finished<Event> | undefined {
    const isBeyond = this.#count > this.#limits.entries || this.#bodyBytes > this.#limits.bodyBytes;
    const oldest = isBeyond ? this.#queue[this.#first] : undefined;
    if (oldest === undefined) return undefined;
    this.#first += 1;
    if (this.#first > this.#count) this.#dropTaken();
    this.#uncount(oldest.event);
    return oldest;
  }

  get #count(): number {
    return this.#queue.length - this.#first;
  }

  /** When more are taken than left, so that each is moved once on average. */
  #dropTaken(): void {
    this.#queue = this.#queue.slice(this.#first);
    this.#first = 0;
  }

  #uncount(event: Event): void {
    const left = (this.#entriesOf.get(event) ?? 1) - 1;
    if (left > 0) return void this.#entriesOf.set(event, left);
    this.#entriesOf.delete(event);
    this.#bodyBytes -= event.bytes;
  }
}
