import type { Attempt } from "../attempt.ts";

/** What became of an event at a target. */
export type QueueOutcome =
  | Attempt
  | { outcome: "dropped" } // too many waited, and it is recorded nowhere
  | { outcome: "left on disk" } // too many waited, and it is recorded
  | { outcome: "unreadable"; cause: unknown } // its file could not be read again, or its delivery met a defect
  /** The queue was closed first. `wasSent`: it was on its way, and the target may have it. */
  | { outcome: "undelivered"; wasSent: boolean };
