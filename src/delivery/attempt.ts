import { success, type StatusRanges } from "./statuses.ts";

/** One try of a delivery. Durations in ms. */
export type Attempt =
  | {
      outcome: "answered";
      status: number;
      durationMs: number;
      /** The beginning of the answer's body as text, 2 kB at most; not fit for a terminal as it is. */
      answer: string;
      /** Where a redirect points; redirects are never followed. */
      location?: string;
    }
  | {
      outcome: "exited";
      exitCode: number;
      durationMs: number;
      /** The end of what it wrote to standard output, 8 kB at most; not fit for a terminal as it is. */
      output: string;
      /** The same of standard error. */
      errorOutput: string;
    }
  | { outcome: "failed"; reason: FailureReason; detail: string; durationMs: number };

/** Why there was no answer. */
export type FailureReason =
  | "refused" // nothing listens there
  | "timed out"
  | "cut off" // connected, and the connection ended without a whole answer
  | "no such host"
  | "unreachable"
  | "bad certificate"
  | "not HTTP" // what came back is no HTTP answer
  | "not startable" // a command that cannot be run
  | "cancelled"; // ended by us, with the session

/** What a failed attempt says besides how long it took; `detail` is a few words with the host or program. */
export type Failure = Pick<Extract<Attempt, { outcome: "failed" }>, "reason" | "detail">;

/** Whether the target took the event. */
export function succeeded(attempt: Attempt, expected: StatusRanges = success): boolean {
  switch (attempt.outcome) {
    case "answered":
      return expected.some(({ from, to }) => attempt.status >= from && attempt.status <= to);
    case "exited":
      return attempt.exitCode === 0;
    case "failed":
      return false;
  }
}

/** Whether an attempt got to the target at all, so that the target had a chance to take the event. */
export function reached(attempt: Attempt): boolean {
  return attempt.outcome !== "failed" || reasonReached[attempt.reason];
}

const reasonReached: Record<FailureReason, boolean> = {
  refused: false,
  "timed out": true,
  "cut off": true,
  "no such host": false,
  unreachable: false,
  "bad certificate": true,
  "not HTTP": true,
  "not startable": false,
  cancelled: false,
};
