import type { OutgoingEvent } from "../outgoing.ts";
import { placeBytes, wholeBytes, type HeldBytes } from "./held-bytes.ts";
import { isStored, type QueuedEvent, type StoredEvent } from "./queued-event.ts";

export interface BacklogEntry {
  queued: QueuedEvent;
  /** By the clock's `elapsed`. */
  cameAtMs: number;
  /** Undefined where it is to be read from its file. */
  outgoing?: OutgoingEvent;
}

export interface BacklogOptions {
  /** Shared with the other targets. */
  held: HeldBytes;
  /** How many events are held whole. */
  limit: number;
  /** Is given what had to go for another: an event that is recorded nowhere. */
  dropped(entry: BacklogEntry): void;
}

/** What waits for a target, oldest first. Past its limits it holds where an event is recorded, not the event. */
export class Backlog {
  readonly #options: BacklogOptions;
  #waiting: BacklogEntry[] = [];
  #taken = 0; // of `#waiting`, from its beginning: shifting a long array each time would copy it each time
  #whole = 0;

  constructor(options: BacklogOptions) {
    this.#options = options;
  }

  /** False where too many wait to keep even its place. */
  add(queued: QueuedEvent, outgoing: OutgoingEvent, cameAtMs: number): boolean {
    const { held, limit, dropped } = this.#options;
    const bytes = wholeBytes(outgoing);
    if (isStored(queued)) {
      if (this.#whole >= limit || !held.fits("whole", bytes)) return this.addStored(queued, cameAtMs);
      this.#hold({ queued, cameAtMs, outgoing });
      return true;
    }
    const entry = { queued, cameAtMs, outgoing };
    if (this.#whole >= limit) this.#dropOldestUnrecorded();
    if (this.#whole >= limit || !held.makeRoom(bytes)) dropped(entry);
    else this.#hold(entry);
    return true;
  }

  /** The same for one that is read from its file. What is sent again waited before, and always finds a place. */
  addStored(queued: StoredEvent, cameAtMs: number): boolean {
    const { held } = this.#options;
    const bytes = placeBytes(queued);
    if (queued.isResent !== true && !held.fits("places", bytes)) return false;
    held.hold("places", bytes);
    this.#waiting.push({ queued, cameAtMs });
    return true;
  }

  take(): BacklogEntry | undefined {
    const next = this.#waiting[this.#taken];
    if (next === undefined) return undefined;
    this.#letGo(next);
    this.#taken += 1;
    if (this.#taken >= 1_000 || this.#taken === this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#taken);
      this.#taken = 0;
    }
    return next;
  }

  #hold(entry: BacklogEntry & { outgoing: OutgoingEvent }): void {
    const { held } = this.#options;
    held.hold("whole", wholeBytes(entry.outgoing));
    if (!isStored(entry.queued)) held.mayDrop(entry, () => this.#drop(entry));
    this.#whole += 1;
    this.#waiting.push(entry);
  }

  /** Nothing where all that waits is recorded. */
  #dropOldestUnrecorded(): void {
    const oldest = this.#waiting.find(({ queued }, index) => index >= this.#taken && !isStored(queued));
    if (oldest !== undefined) this.#drop(oldest);
  }

  #drop(entry: BacklogEntry): void {
    this.#waiting.splice(this.#waiting.indexOf(entry, this.#taken), 1);
    this.#letGo(entry);
    this.#options.dropped(entry);
  }

  #letGo(entry: BacklogEntry): void {
    const { held } = this.#options;
    if (entry.outgoing === undefined) return held.letGo("places", placeBytes(entry.queued));
    held.letGo("whole", wholeBytes(entry.outgoing));
    held.mayNotDrop(entry);
    this.#whole -= 1;
  }
}
