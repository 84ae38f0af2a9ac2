import type { Credentials, LabelledValue } from "../authentication/index.ts";
import type { Attempt } from "../delivery/index.ts";
import type { ReceivedEvent } from "../events/index.ts";
import type { Change, Fixture } from "../fixtures/index.ts";
import type { TunnelTrouble } from "../tunnel/index.ts";

/** What a session says while it runs. Views turn it into lines. */
export type Notice =
  | ReadyNotice
  | EventNotice
  | DeliveryNotice
  | UnrecordedNotice
  | { kind: "refused"; reason: string; /** Of this kind since the last such notice. */ times: number }
  | { kind: "warning"; code: string; message: string; hint?: string }
  | { kind: "dropped"; target: string; total: number }
  /** The target refuses connections, and the event is tried again. */
  | { kind: "waiting"; target: string }
  | { kind: "paused"; paused: boolean; waiting: number }
  | TunnelNotice
  | EndNotice;

/** What becomes of the way from the world to the listener. */
export type TunnelNotice = { kind: "tunnel" } & (
  | { state: "opening"; tunnel: string }
  | { state: "lost" }
  | { state: "regained"; afterMs: number }
  /** AppDirect still has the other one. */
  | { state: "changed"; url: string; before: string }
  | { state: "slept"; forMs: number }
  | { state: "retrying"; trouble: TunnelTrouble; inMs: number }
  | { state: "warning"; trouble: TunnelTrouble }
  /** A process that an earlier session had to leave behind was ended. */
  | { state: "cleared"; processId: number }
);

export interface ReadyNotice {
  kind: "ready";
  /** Where webhooks are taken, path included: the public address, if there is one. */
  url: string;
  /** The kind of tunnel; undefined where only this machine reaches the listener. */
  tunnel?: string;
  /** Whether everybody who knows the address can post to it. */
  isOpen: boolean;
  /** The same as reached on this machine. */
  local: string;
  processId: number;
  /** What a sender must present, in a few words. */
  asksFor: string;
  /** For AppDirect's form; only what was made just now. */
  toPaste: readonly LabelledValue[];
  /** The same by the names of its options. */
  made: Credentials;
  /** Undefined with `--no-record`. */
  fixtures?: string;
  targets: { name: string; patterns: string }[];
  events: string;
}

export interface EventNotice {
  kind: "event";
  /** Counts the events of this session from 1. */
  number: number;
  received: ReceivedEvent;
  fixture: Fixture;
  /** Undefined with `--no-record`. */
  file?: string;
  /** How often this uuid came, this time included. */
  times: number;
  /** Came before with another body. */
  differs: boolean;
  headline: string[];
  /** Against the event of the same resource that came before. */
  changes?: { since: Date; changes: Change[] };
}

export interface DeliveryNotice {
  kind: "delivery";
  number: number;
  event: string;
  uuid?: string;
  file?: string;
  target: string;
  /** The target as it can be typed, where the event can be sent there once more. */
  again?: string;
  attempt: Attempt;
}

/** The event could not be written; its sender got 503. */
export interface UnrecordedNotice {
  kind: "unrecorded";
  event: string;
  uuid?: string;
  reason: string;
  folder: string;
}

export interface EndNotice {
  kind: "end";
  durationMs: number;
  /** How often each event came, repeats not counted. */
  events: Record<string, number>;
  repeats: number;
  /** Left out by `--events`. */
  hidden: number;
  unrecorded: number;
  refused: number;
  delivered: number;
  failed: number;
  /** What a target had not taken yet when the session ended. */
  undelivered: { event: string; target: string; file?: string }[];
  /** How many deliveries that failed or were not made `replay --failed` can send again. */
  sendable: number;
  /** The files of those that failed for good: a command's, or to an address that is not kept. Each once, 100 at most. */
  unsendable: string[];
  fixtures?: string;
  /** What was waited for and did not come. */
  missing?: string;
}
