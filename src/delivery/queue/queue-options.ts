import type { Clock } from "../../clock.ts";
import type { Attempt } from "../attempt.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import type { HeldBytes } from "./held-bytes.ts";
import type { StoredEvent } from "./queued-event.ts";

export interface QueueOptions {
  deliver(event: OutgoingEvent, signal: AbortSignal): Promise<Attempt>;
  /** Reads an event again of which the queue held only the place. */
  load(stored: StoredEvent): Promise<OutgoingEvent>;
  clock: Clock;
  /** What waits at all targets of a session; of its own without it. */
  held?: HeldBytes;
  /** How many events wait whole; without it 1,000. */
  limit?: number;
  notify?(notice: QueueNotice): void;
}

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
