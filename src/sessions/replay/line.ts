import { Ring } from "./ring.ts";
import type { Sending } from "./sendings.ts";

/** What is held at most, beside what is on its way. */
const mostHeld = { count: 1_000, bytes: 16 * 1024 ** 2 };

interface Lane {
  /** The event whose copies may be sent now. */
  event: number;
  /** How many of them are ready or on their way. */
  open: number;
  waiting: Sending[];
}

/**
 * What waits to be sent. Of each lane only the copies of one event may be sent at once: those of the next wait until
 * they have all ended. What is in no lane waits for nothing.
 */
export class Line {
  readonly #lanes = new Map<string, Lane>();
  readonly #ready = new Ring<Sending>();
  #held = 0;
  #heldBytes = 0;

  /** How many may be sent now. */
  get ready(): number {
    return this.#ready.size;
  }

  get isEmpty(): boolean {
    return this.#held === 0;
  }

  get isFull(): boolean {
    return this.#held >= mostHeld.count || this.#heldBytes >= mostHeld.bytes;
  }

  /** All that it holds. */
  *[Symbol.iterator](): Generator<Sending> {
    yield* this.#ready;
    for (const { waiting } of this.#lanes.values()) yield* waiting;
  }

  /** In the order in which they are to be sent. */
  add(sending: Sending): void {
    this.#held += 1;
    this.#heldBytes += sending.outgoing.body.length;
    const lane = this.#laneOf(sending);
    if (lane === undefined) this.#ready.push(sending);
    else if (lane.waiting.length > 0 || (lane.open > 0 && lane.event !== sending.number)) lane.waiting.push(sending);
    else this.#open(lane, sending);
  }

  /** The first that may be sent; it is held no longer. */
  next(): Sending | undefined {
    const sending = this.#ready.shift();
    if (sending === undefined) return undefined;
    this.#held -= 1;
    this.#heldBytes -= sending.outgoing.body.length;
    return sending;
  }

  /** One that was taken has ended. */
  ended({ lane: name }: Sending): void {
    const lane = name === undefined ? undefined : this.#lanes.get(name);
    if (name === undefined || lane === undefined) return;
    lane.open -= 1;
    if (lane.open > 0) return;
    const [first] = lane.waiting;
    if (first === undefined) this.#lanes.delete(name);
    else this.#openCopies(lane, first.number);
  }

  #laneOf({ lane: name, number }: Sending): Lane | undefined {
    if (name === undefined) return undefined;
    const lane = this.#lanes.get(name) ?? { event: number, open: 0, waiting: [] };
    this.#lanes.set(name, lane);
    return lane;
  }

  #openCopies(lane: Lane, number: number): void {
    const end = lane.waiting.findIndex((other) => other.number !== number);
    for (const copy of lane.waiting.splice(0, end < 0 ? lane.waiting.length : end)) this.#open(lane, copy);
  }

  #open(lane: Lane, sending: Sending): void {
    lane.event = sending.number;
    lane.open += 1;
    this.#ready.push(sending);
  }
}
