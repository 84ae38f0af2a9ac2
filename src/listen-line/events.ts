import type { Fixture } from "../fixtures/index.ts";

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
