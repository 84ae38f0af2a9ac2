import type { HeaderList } from "../../endpoint.ts";
import type { OutgoingEvent } from "../outgoing.ts";

/** `ticket` is the caller's: whom to tell. */
export type BacklogEntry<Ticket> = { ticket: Ticket } & (
  { kind: "held"; event: OutgoingEvent } | { kind: "stored"; stored: StoredEvent }
);

/** Where an event is, instead of the event. */
export interface StoredEvent {
  /** `subscription.changed` */
  event: string;
  uuid?: string;
  file: string;
  /** What the file does not hold because it is secret. */
  withheld: HeaderList;
  /** Whether it was sent before, and failed. */
  isResent?: boolean;
}

export interface BacklogLimits {
  /** How many events are held whole. */
  events: number;
  /** How many bytes the bodies of recorded ones may take together. */
  bytes: number;
}

/** What waits for a target, oldest first. Past its limits it holds where an event is recorded, not the event. */
export class Backlog<Ticket> {
  readonly #limits: BacklogLimits;
  #waiting: BacklogEntry<Ticket>[] = [];
  #taken = 0; // of `#waiting`, from its beginning: shifting a long array each time would copy it each time
  #heldEvents = 0;
  #heldBytes = 0;

  constructor(limits: BacklogLimits) {
    this.#limits = limits;
  }

  /** Returns what had to be dropped for it: an event that is recorded nowhere, when too many wait. */
  add(event: OutgoingEvent, withheld: HeaderList, ticket: Ticket): BacklogEntry<Ticket> | undefined {
    const { file } = event;
    const isFull = this.#heldEvents >= this.#limits.events;
    if (file !== undefined && (isFull || this.#heldBytes + event.body.length > this.#limits.bytes)) {
      const { uuid } = event;
      return this.addStored({ event: event.event, uuid, file, withheld }, ticket);
    }
    this.#waiting.push({ kind: "held", ticket, event });
    this.#heldEvents += 1;
    this.#heldBytes += event.body.length;
    return isFull ? this.#dropOldestUnrecorded() : undefined;
  }

  /** Nothing is ever dropped for it. */
  addStored(stored: StoredEvent, ticket: Ticket): undefined {
    this.#waiting.push({ kind: "stored", ticket, stored });
  }

  take(): BacklogEntry<Ticket> | undefined {
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

  /** Nothing where all that waits is recorded. */
  #dropOldestUnrecorded(): BacklogEntry<Ticket> | undefined {
    const isUnrecorded = (one: BacklogEntry<Ticket>) => one.kind === "held" && one.event.file === undefined;
    const at = this.#waiting.findIndex((one, index) => index >= this.#taken && isUnrecorded(one));
    const dropped = this.#waiting[at];
    if (dropped === undefined) return undefined;
    this.#waiting.splice(at, 1);
    this.#letGo(dropped);
    return dropped;
  }

  #letGo(one: BacklogEntry<Ticket>): void {
    if (one.kind === "stored") return;
    this.#heldEvents -= 1;
    this.#heldBytes -= one.event.body.length;
  }
}
