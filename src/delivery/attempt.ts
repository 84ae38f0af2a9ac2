/** One try of a delivery. Durations in ms. */
export type Attempt =
  | { outcome: "accepted"; durationMs: number; answer: TargetAnswer; words: AnswerWords }
  /** `reason` groups such answers: `500`, `exit code 2`; `detail` is what the target said, or how it said no. */
  | {
      outcome: "rejected";
      durationMs: number;
      answer: TargetAnswer;
      words: AnswerWords;
      reason: string;
      detail: string;
    }
  /** `printed`: what it printed until then, where it prints; `lastWords`: what explains it, on one line, if anything does. */
  | {
      outcome: "failed";
      durationMs: number;
      reason: FailureReason;
      detail: string;
      lastWords?: string;
      printed?: PrintedText;
    };

/** What a target answered: facts that its kind alone understands. */
export interface TargetAnswer {
  /** By which name the kind stands in the table. */
  kind: string;
}

/** The same in the words that the kind has for it, for every view. Not fit for a terminal as they are. */
export interface AnswerWords {
  /** The answer in a word or two: `200`, `exit 3`. */
  shown: string;
  /** For programs, where it is a number. */
  status?: number;
  /** What explains it, on one line of 200 characters at most; empty where the target said nothing. */
  said: string;
  /** Of an answer that was not accepted the text that came with it, from its beginning, 2 kB at most. */
  body?: string;
  /** The same of an answer that was accepted, made when it is asked for: few want to see it. */
  acceptedBody?(): string;
  /** What the target printed, where it prints. */
  printed?: PrintedText;
}

/** The end of what a target printed; a view bounds it further. */
export interface PrintedText {
  output: string;
  errorOutput: string;
}

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
  | "no access token" // what identifies us could not be had
  | "cancelled"; // ended by us, with the session

/** What a failed attempt says besides how long it took; `detail` is a few words with the host or program. */
export type Failure = Pick<Extract<Attempt, { outcome: "failed" }>, "reason" | "detail">;

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
  "no access token": false,
  cancelled: false,
};
