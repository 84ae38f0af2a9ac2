/** What came in a session and what became of it, in numbers. */
export interface Counts {
  /** How often each event came, repeats not counted. */
  events: Record<string, number>;
  repeats: number;
  /** Left out by `--events`. */
  hidden: number;
  unrecorded: number;
  refused: number;
  delivered: number;
  /** Deliveries that failed for good and were not made later in the session. */
  failed: number;
  /** Those of them that are no dropped events; the first 100. `why` in a word or two: `500`, `refused`. */
  failures: { event: string; target: string; file?: string; why: string }[];
  /** What a target had not taken yet when the session ended, or could not wait for it; the first 1,000. */
  undelivered: { event: string; target: string; file?: string; wasSent: boolean }[];
  undeliveredCount: number;
  /** How many of those were on their way, so that the target may have them. */
  cutOff: number;
  /** How many deliveries that failed or were not made `replay --failed` can send again. */
  sendable: number;
  /** The files of those that failed for good: a command's, or to an address that is not kept. Each once, 100 at most. */
  unsendable: string[];
}
