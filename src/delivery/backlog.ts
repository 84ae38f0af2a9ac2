import type { HeaderList } from "../endpoint.ts";
import type { OutgoingEvent } from "./outgoing.ts";

/** What waits for a target, oldest first. Past its limits it holds where an event is recorded, not the event. */
export interface Backlog<Ticket> {
  /** Returns what had to be dropped for it: an event that is recorded nowhere, when too many wait. */
  add(event: OutgoingEvent, withheld: HeaderList, ticket: Ticket): Waiting<Ticket> | undefined;
  take(): Waiting<Ticket> | undefined;
}

/** `ticket` is the caller's: whom to tell. */
export type Waiting<Ticket> = { ticket: Ticket } & (
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
}

export interface BacklogLimits {
  /** How many events are held whole. */
  events: number;
  /** How many bytes the bodies of recorded ones may take together. */
  bytes: number;
}

export function createBacklog<Ticket>(limits: BacklogLimits): Backlog<Ticket> {
  let waiting: Waiting<Ticket>[] = [];
  let taken = 0; // of `waiting`, from its beginning: shifting a long array each time would copy it each time
  let heldEvents = 0;
  let heldBytes = 0;

  const letGo = (one: Waiting<Ticket>) => {
    if (one.kind === "stored") return;
    heldEvents -= 1;
    heldBytes -= one.event.body.length;
  };

  const take = () => {
    const next = waiting[taken];
    if (next === undefined) return undefined;
    letGo(next);
    taken += 1;
    if (taken >= 1_000 || taken === waiting.length) {
      waiting = waiting.slice(taken);
      taken = 0;
    }
    return next;
  };

  return {
    add(event, withheld, ticket) {
      const { file } = event;
      const isFull = heldEvents >= limits.events;
      if (file !== undefined && (isFull || heldBytes + event.body.length > limits.bytes)) {
        const { uuid } = event;
        waiting.push({ kind: "stored", ticket, stored: { event: event.event, uuid, file, withheld } });
        return undefined;
      }
      waiting.push({ kind: "held", ticket, event });
      heldEvents += 1;
      heldBytes += event.body.length;
      return isFull ? dropOldestUnrecorded() : undefined;
    },
    take,
  };

  /** Only reached when an unrecorded event came last, so there always is one. */
  function dropOldestUnrecorded(): Waiting<Ticket> | undefined {
    const at = waiting.findIndex((one, index) => index >= taken && one.kind === "held" && one.event.file === undefined);
    const [dropped] = waiting.splice(at, 1);
    if (dropped !== undefined) letGo(dropped);
    return dropped;
  }
}
