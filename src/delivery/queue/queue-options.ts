import type { Clock } from "../../clock.ts";
import type { Attempt } from "../attempt.ts";
import type { BacklogLimits, StoredEvent } from "./backlog.ts";
import type { OutgoingEvent } from "../outgoing.ts";

export interface QueueOptions {
  deliver(event: OutgoingEvent, signal: AbortSignal): Promise<Attempt>;
  /** Reads an event again of which the queue held only the place. */
  load(stored: StoredEvent): Promise<OutgoingEvent>;
  clock: Clock;
  limits?: BacklogLimits;
  notify?(notice: QueueNotice): void;
}

export type QueueOutcome =
  | Attempt
  | { outcome: "dropped" } // too many waited, and it is recorded nowhere
  | { outcome: "unreadable"; cause: unknown } // its file could not be read again
  /** The queue was closed first. `wasSent`: it was on its way, and the target may have it. */
  | { outcome: "undelivered"; wasSent: boolean };

export interface QueueRemainder {
  event: string;
  uuid?: string;
  file?: string;
}

/** What a queue says while it works. */
export type QueueNotice =
  /** Refused, and tried again from now on: said once for each event. */
  | { kind: "waiting"; event: OutgoingEvent; attempt: Attempt }
  /** `dropped`: how many in all. */
  | { kind: "dropped"; event: QueueRemainder; dropped: number };
