import type { Fixture } from "../fixtures/index.ts";

/** An event that `--events` selects arrived and was recorded (unless `--no-record`). */
export interface EventLine {
  type: "event";
  /** counts the events of this session from 1 */
  number: number;
  /** `<resource>.<action>`; `unknown` if it is not a webhook, `invalid` if it is not JSON */
  event: string;
  /** whether AppDirect documents this resource and action */
  known: boolean;
  /** why AppDirect does not document it, with the value: `resource.type is missing`; missing if `known` is true, the body is not JSON or the value is redacted */
  whyUnknown?: string;
  /** its recording, an absolute path; missing with `--no-record` */
  file?: string;
  /** how often this uuid arrived, this time included */
  times: number;
  /** whether it arrived before with another body */
  differs: boolean;
  /** how many errors `validate` finds, 1,000 at most; 0 if it matches AppDirect's documentation */
  issues: number;
  /** the event as its file has it: headers, payload, time; secrets redacted; see [Fixture](#fixture) */
  fixture: Fixture;
}

/** The result of delivering one event to one target. */
export interface DeliveryLine {
  type: "delivery";
  /** as in the event's line */
  number: number;
  /** its name */
  event: string;
  /** its uuid; missing if it has none */
  uuid?: string;
  /** its recording, an absolute path; missing with `--no-record` */
  file?: string;
  /** the target, without secrets */
  target: string;
  /** whether the target accepted it */
  delivered: boolean;
  /** the HTTP status or the command's exit code; missing if there was no answer */
  status?: number;
  /** how long it took, in ms; if the target refused connections until the event failed, all attempts and the pauses between them */
  ms: number;
  /** what went wrong, in a few words; missing if it was delivered */
  error?: string;
  /** the answer of an HTTP handler that did not accept it, the first 2 kB as text; missing if it was accepted, empty, or a redirect */
  body?: string;
  /** what a command printed on standard output, the last 2 kB; missing if nothing */
  output?: string;
  /** what a command printed on standard error, the last 2 kB; missing if nothing */
  errorOutput?: string;
}

/** A target refuses connections; each event is retried for up to 10 s. */
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
  /** how many events it has lost so far */
  total: number;
}

/** An event could not be written. Its sender got 503 and retries. */
export interface UnrecordedLine {
  type: "unrecorded";
  /** its name */
  event: string;
  /** its uuid; missing if it has none */
  uuid?: string;
  /** why */
  error: string;
}

/** A request was refused, or was an integration event, which is not a webhook. At most once a second for each reason. */
export interface RefusedLine {
  type: "refused";
  /** why, and the path of webhooks if it arrived at another path */
  reason: string;
  /** how many since the last such line */
  times: number;
}
