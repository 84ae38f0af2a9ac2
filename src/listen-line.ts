import type { Fixture } from "./fixtures/index.ts";
// Types alone. docs/reference/listen-lines.md is made from this file: types and docstrings in the order of the union.
/** A line of `listen --json`. What there is nothing to say of is left out; times are in ms, files absolute. */
export type ListenLine =
  | ReadyLine
  | EventLine
  | DeliveryLine
  | WaitingLine
  | DroppedLine
  | UnrecordedLine
  | RefusedLine
  | WarningLine
  | PausedLine
  | TunnelLine
  | EndingLine
  | EndLine;

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

/** An event came, is recorded (unless `--no-record`), and is asked for by `--events`. */
export interface EventLine {
  type: "event";
  /** counts the events of this session from 1 */
  number: number;
  /** `<resource>.<action>`; `unknown` for what is no webhook, `invalid` for what is no JSON */
  event: string;
  /** whether AppDirect documents this resource and action */
  known: boolean;
  /** if it does not, what is wrong, with the value: `resource.type is missing`; left out for a body that is not JSON, and if the value is redacted */
  whyUnknown?: string;
  /** its recording; missing with `--no-record` */
  file?: string;
  /** how often this uuid came, this time included */
  times: number;
  /** whether it came before with another body */
  differs: boolean;
  /** how many errors `validate` finds in it, 1,000 at most; 0 for one that is as AppDirect documents it */
  issues: number;
  /** the event as its file has it: headers, payload, time; secrets redacted */
  fixture: Fixture;
}

/** What became of one event at one target. */
export interface DeliveryLine {
  type: "delivery";
  /** that of the event's line */
  number: number;
  /** its name */
  event: string;
  /** its uuid, if it has one */
  uuid?: string;
  /** its recording; missing with `--no-record` */
  file?: string;
  /** the target, without secrets */
  target: string;
  /** whether the target accepted it */
  delivered: boolean;
  /** the HTTP status or the command's exit code; missing where there was no answer */
  status?: number;
  /** how long it took; where a target refused until the event had failed, all its attempts with their pauses */
  ms: number;
  /** what went wrong, in a few words; missing where it was delivered */
  error?: string;
  /** what an HTTP handler answered that did not accept it, the first 2 kB as text; missing where that is empty, or a redirect */
  body?: string;
  /** what a command printed on standard output, the last 2 kB; missing where it printed nothing there */
  output?: string;
  /** the same of standard error */
  errorOutput?: string;
}

/** A target refuses connections; each event is tried again for up to 10 s. */
export interface WaitingLine {
  type: "waiting";
  /** the target, without secrets */
  target: string;
}

/** With `--no-record`: a target is too slow, and its oldest waiting event was dropped. */
export interface DroppedLine {
  type: "dropped";
  /** the target, without secrets */
  target: string;
  /** how many it lost so far */
  total: number;
}

/** An event could not be written; its sender got 503 and sends it again. */
export interface UnrecordedLine {
  type: "unrecorded";
  /** its name */
  event: string;
  /** its uuid, if it has one */
  uuid?: string;
  /** why */
  error: string;
}

/** A call was refused, or was an integration event, which is not a webhook. At most once a second for each reason. */
export interface RefusedLine {
  type: "refused";
  /** why, and where webhooks are taken if it came to another path */
  reason: string;
  /** how many since the last such line */
  times: number;
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

/** What becomes of the tunnel. Those before `ready` go to stderr. */
export interface TunnelLine {
  type: "tunnel";
  /** `fetching`, `fetched`: the download of cloudflared; `resumed`: a kept tunnel goes on; `ended`: it does not fit this `listen`, and was ended; `cleared`: what an earlier `listen` left behind was ended */
  state:
    | "fetching"
    | "fetched"
    | "opening"
    | "resumed"
    | "ended"
    | "lost"
    | "regained"
    | "changed"
    | "slept"
    | "retrying"
    | "warning"
    | "cleared";
  /** of `fetching` and `fetched`: the version of cloudflared */
  version?: string;
  /** of `fetching` and `fetched`: how much is downloaded */
  bytes?: number;
  /** of `fetching`: the folder that it goes to */
  into?: string;
  /** of `opening`: the kind of tunnel */
  tunnel?: string;
  /** of `changed`: the new address; AppDirect still posts to the other one */
  url?: string;
  /** of `changed`: the address before */
  before?: string;
  /** of `changed` and `ended`: the reason, where it is known */
  why?: string;
  /** of `resumed`: how many calls got 503 while nobody listened; AppDirect sends them again */
  refused?: number;
  /** of `fetched` how long it took, of `resumed` how long nobody listened, of `regained` how long it was lost, of `slept` how long the machine slept, of `retrying` until the next try */
  ms?: number;
  /** of `retrying` and `warning`: what happened, for programs */
  code?: string;
  /** of `retrying` and `warning`: the same in a sentence */
  message?: string;
  /** of `retrying` and `warning`: what to do */
  hint?: string;
  /** of `retrying`: the last lines that the tunnel's program printed */
  output?: readonly string[];
  /** of `cleared`: its process */
  pid?: number;
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
