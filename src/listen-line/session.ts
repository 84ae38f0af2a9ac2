/** Events can come. The first line on stdout; `--ready-file` has its addresses, process, folder and tunnel too. */
export interface ReadyLine {
  type: "ready";
  /** where webhooks are taken, path included: the public address, if there is one */
  url: string;
  /** the same as reached on this machine */
  local: string;
  /** the listener's process */
  pid: number;
  /** the folder of the recordings; missing with `--no-record` */
  fixtures?: string;
  /** the kind of tunnel; missing where only this machine reaches the listener */
  tunnel?: string;
  /** with `--keep-tunnel`: how long the tunnel goes on after the end */
  tunnelKeptForMs?: number;
  /** the token that a sender must present, if it was made just now */
  token?: string;
  /** the client that a sender must present, as `id:secret`, if it was made just now */
  client?: string;
  /** the user that a sender must present, as `name:password`, if it was made just now */
  user?: string;
  /** an earlier session made what a sender must present, and the project keeps it: `listen --show-token` prints it */
  tokenKept?: true;
}

/** Something that somebody should know, and that the listener goes on after. */
export interface WarningLine {
  type: "warning";
  /** stable: see [warnings](errors.md#warnings) */
  code: string;
  /** what happened, in a sentence */
  message: string;
  /** what to do */
  hint?: string;
}

/** Forwarding was stopped, or goes on. */
export interface PausedLine {
  type: "paused";
  /** whether it is stopped now */
  paused: boolean;
  /** how many events wait, over all targets */
  waiting: number;
}

/** The session was told to end while deliveries were pending; they have 2 s. */
export interface EndingLine {
  type: "ending";
  /** how many, over all targets */
  deliveries: number;
}

/** The session is over. The last line. */
export interface EndLine {
  type: "end";
  /** how long it ran */
  durationMs: number;
  /** how often each event came, repeats not counted */
  events: Readonly<Record<string, number>>;
  /** how many came again */
  repeats: number;
  /** how many `--events` left out */
  hidden: number;
  /** how many could not be written */
  unrecorded: number;
  /** how many calls were refused, integration events among them */
  refused: number;
  /** how many deliveries were accepted */
  delivered: number;
  /** how many failed for good and were not delivered later in the session, each event at a target once */
  failed: number;
  /** which; the first 100, without those that were dropped */
  failures: readonly UndeliveredEvent[];
  /** what a target had not taken yet; the first 1,000 */
  undelivered: readonly UndeliveredEvent[];
  /** how many those are; missing where all of them are in `undelivered` */
  undeliveredCount?: number;
  /** how many that failed or were not made `replay --failed` can send again */
  sendable: number;
  /** the recordings of those that it cannot; each once, 100 at most */
  unsendable: readonly string[];
  /** the folder of the recordings; missing with `--no-record` */
  fixtures?: string;
  /** what was waited for and did not come, in a sentence */
  missing?: string;
  /** with `--keep-tunnel`: how long the tunnel goes on */
  tunnelKeptForMs?: number;
}

/** One of `failures` or `undelivered`. */
export interface UndeliveredEvent {
  /** its name */
  event: string;
  /** the target, without secrets */
  target: string;
  /** its recording; missing with `--no-record` */
  file?: string;
  /** it was on its way when the session ended, and the target may have it; missing where it was not sent */
  cutOff?: true;
}
