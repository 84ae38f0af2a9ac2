import type { HeaderList } from "../../endpoint.ts";
import type { QueueOutcome } from "./outcome.ts";

/** What is known of an event while it waits for a target: all that is kept where the event itself lies on disk. */
export interface QueuedEvent {
  /** `subscription.changed` */
  event: string;
  uuid?: string;
  /** Where it is recorded. */
  file?: string;
  /** What the file does not hold because it is secret. */
  withheld: HeaderList;
  /** Whether it was sent before, and failed. */
  isResent?: boolean;
  /** Is told once what became of it. */
  settled(outcome: QueueOutcome): void;
}

/** One that can be read from its file when its turn comes. */
export interface StoredEvent extends QueuedEvent {
  file: string;
}

export function isStored(queued: QueuedEvent): queued is StoredEvent {
  return queued.file !== undefined;
}
