import type { HeaderList } from "../../endpoint.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import type { QueuedEvent } from "./queued-event.ts";

/** In bytes, for all targets of a session together. */
export interface HeldLimits {
  /** Of events that wait whole. */
  whole: number;
  /** Of those of which only the place is kept. */
  places: number;
}

const defaultLimits: HeldLimits = { whole: 24 * 1024 ** 2, places: 16 * 1024 ** 2 };

/** What the queues of a session keep of the events that wait. */
export class HeldBytes {
  readonly #limits: HeldLimits;
  readonly #held = { whole: 0, places: 0 };
  /** What can be dropped for another, the oldest first. */
  readonly #droppable = new Map<object, () => void>();

  constructor(limits = defaultLimits) {
    this.#limits = limits;
  }

  /** Where nothing else is held, any number fits: one event may be larger than all that others may take. */
  fits(kind: keyof HeldLimits, bytes: number): boolean {
    return this.#held[kind] === 0 || this.#held[kind] + bytes <= this.#limits[kind];
  }

  hold(kind: keyof HeldLimits, bytes: number): void {
    this.#held[kind] += bytes;
  }

  letGo(kind: keyof HeldLimits, bytes: number): void {
    this.#held[kind] -= bytes;
  }

  /** `drop` lets it go. */
  mayDrop(one: object, drop: () => void): void {
    this.#droppable.set(one, drop);
  }

  mayNotDrop(one: object): void {
    this.#droppable.delete(one);
  }

  /** Drops as many as it takes; false where it does not fit all the same. */
  makeRoom(bytes: number): boolean {
    for (const drop of this.#droppable.values()) {
      if (this.fits("whole", bytes)) return true;
      drop();
    }
    return this.fits("whole", bytes);
  }
}

/** Objects, lists and what else V8 needs for one; measured. */
const overheadBytes = { whole: 1_000, place: 400, header: 100 };

export function wholeBytes({ body, headers, query }: OutgoingEvent): number {
  return overheadBytes.whole + body.length + headerBytes(headers) + query.length;
}

export function placeBytes({ event, uuid = "", file = "", withheld }: QueuedEvent): number {
  return overheadBytes.place + event.length + uuid.length + file.length + headerBytes(withheld);
}

function headerBytes(headers: HeaderList): number {
  return headers.reduce((sum, [name, value]) => sum + overheadBytes.header + name.length + value.length, 0);
}
