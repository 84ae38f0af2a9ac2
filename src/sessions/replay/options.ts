import type { CredentialName, Presenter } from "../../authentication/index.ts";
import type { Clock } from "../../clock.ts";
import type { Attempt, Processes, StatusRanges, Summary, Target, TrustedCertificates } from "../../delivery/index.ts";
import type { Alteration, Criteria, Fixture } from "../../fixtures/index.ts";
import type { Random } from "../../random.ts";
import type { JournalTarget, KeptSelection, ProjectState } from "../../state/index.ts";
import type { WarningNotice } from "../notice.ts";
import type { PreparedEvent } from "./preparing/prepared-event.ts";

/** A fixture that is to be sent, not yet read. */
export interface Replayable {
  /** How it is called on screen: its file, `standard input, line 3`. */
  name: string;
  /** The file that it alone is in, and can be sent again from. */
  file?: string;
  /** The file that it is one of several in. */
  within?: string;
  /** Only to these, where it failed before; else to every target that takes it. */
  targets?: readonly Target[];
  /** Where it failed before, and is not owed any more once others are to get it. */
  insteadOf?: readonly JournalTarget[];
  /** What it has to meet beside what all have to. */
  criteria?: Criteria;
  /** What was made of it where it was read ahead; taken where it is sent as it lies in its file. */
  prepared?: PreparedEvent;
  /** Throws `HooksError` UNREADABLE_FIXTURE. */
  load(): Promise<Fixture>;
}

/** Times in ms. */
export interface ReplayOptions {
  fixtures: AsyncIterable<Replayable> | Iterable<Replayable>;
  targets: readonly Target[];
  criteria: Criteria;
  alteration: Alteration;
  times: number;
  concurrency: number;
  /** What of their order is kept; where it is not said, all of it one at a time, else that of each resource. */
  order?: Order;
  /** When each is due; where it is not said, as soon as there is a place. */
  timing?: Timing;
  /** After each failed attempt but the last so long until the next; where there are none, one attempt is made. */
  retryWaitsMs?: readonly number[];
  /** Of a hundred deliveries so many are made twice. */
  duplicatePercent?: number;
  /** Sends each anywhere among those around it. */
  shuffle?: boolean;
  /** How the fixtures were chosen, so that what was not sent can be sent later; undefined where that cannot be told. */
  selection?: KeptSelection;
  /** Journals of runs of which the fixtures have all the rest. */
  resumes?: readonly string[];
  timeoutMs: number;
  expected: StatusRanges;
  /** What identifies us, and to which targets. */
  presenting?: { presenterFor(target: Target): Presenter | undefined };
  skipVerify: boolean;
  trusted?: TrustedCertificates;
}

/** Copies of one event (`times`) have no order among themselves. */
export type Order = "all" | "resource" | "none";

/** So many deliveries a second; or with the time between events as it was, `pace` times faster. */
export type Timing = { perSecond: number } | { pace: number };

export interface ReplaySurroundings {
  clock: Clock;
  random: Random;
  /** What shuffles and duplicates; `random` where it is not given. */
  networkRandom?: Random;
  /** Of the commands that are started. */
  env: Readonly<Record<string, string | undefined>>;
  /** Ends them. */
  processes: Processes;
  processId: number;
  /** Where to keep the journal; undefined keeps none. */
  state?: ProjectState;
  notify(notice: ReplayNotice): void;
  /** Stops sending. */
  signal: AbortSignal;
}

/** What a replay says while it runs. */
export type ReplayNotice =
  | ReplayedNotice
  | RetryingNotice
  /** Nothing more is sent; what is on its way is waited for. */
  | { kind: "stopping"; inFlight: number }
  /** A fixture that could not be sent at all; the others are. */
  | { kind: "unreadable"; name: string; message: string; hint?: string }
  /** What was redacted when it was recorded, and so is not sent; said once for each place. */
  | {
      kind: "left out";
      name: string;
      places: readonly string[];
      /** What has to be given for some of it to be presented instead, one way each: `[["token"]]`. */
      presentedWith: readonly (readonly CredentialName[])[];
    }
  /** What a preview does not show, for it looks like a secret; said once for each place. */
  | { kind: "hidden"; name: string; places: readonly string[] }
  | WarningNotice;

export interface ReplayedNotice {
  kind: "replayed";
  /** Counts the deliveries from 1, in the order in which they ended. */
  number: number;
  name: string;
  file?: string;
  event: string;
  uuid?: string;
  target: string;
  attempt: Attempt;
  /** How many attempts were made, this one included. */
  attempts: number;
}

/** An attempt that failed and is followed by another. */
export interface RetryingNotice extends Pick<ReplayedNotice, "name" | "event" | "uuid" | "target" | "attempt"> {
  kind: "retrying";
  /** Which attempt it was, counted from 1, of how many. */
  number: number;
  of: number;
  inMs: number;
}

/** A delivery that failed: the first of those that failed for the same reason. */
export interface FailedExample {
  name: string;
  event: string;
  target: string;
  detail: string;
}

export interface ReplayResult extends Summary {
  failures: (Summary["failures"][number] & { example?: FailedExample })[];
  /** Attempts beyond the first of each delivery. */
  retries: number;
  /** How late the last delivery set out; undefined where nothing said when it was due. */
  behindMs?: number;
  /** Fixtures that were selected. */
  selected: number;
  /** Failed deliveries of events that are in a file, and so can be sent again. */
  recordedFailures: number;
  /** Fixtures that could not be read, or that no target takes. */
  unreadable: number;
  untaken: number;
  durationMs: number;
  /** Whether it was stopped before everything was sent. */
  interrupted: boolean;
}
