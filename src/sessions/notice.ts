import type { Credentials, LabelledValue } from "../authentication/index.ts";
import type { Attempt } from "../delivery/index.ts";
import type { Issue, Payload } from "../events/index.ts";
import type { Change, Fixture } from "../fixtures/index.ts";
import type { JournalTarget } from "../state/index.ts";
import type { TunnelTrouble } from "../tunnel/index.ts";
import type { Counts } from "./counts.ts";
import type { Warning } from "./warning.ts";

/** Whoever follows a session: a view shows what it says, the journal and the tally keep it. */
export interface NoticeListener {
  show(notice: Notice): void;
  /** Resolves when all that was shown has left it. May be called twice. */
  close(): Promise<void>;
}

/** What a session says while it runs. */
export type Notice =
  | ListeningNotice
  | ReadyNotice
  | TakenNotice
  | EventNotice
  | DeliveryNotice
  | UndeliveredNotice
  | UnrecordedNotice
  | RefusedNotice
  | WarningNotice
  | DroppedNotice
  | WaitingNotice
  | PausedNotice
  | TunnelNotice
  | EndingNotice
  | EndNotice;

/** The port is taken; at a public address events can come only later. */
export interface ListeningNotice {
  kind: "listening";
  /** Where webhooks are taken, as reached on this machine. */
  local: string;
  port: number;
}

export interface ReadyNotice {
  kind: "ready";
  /** Where webhooks are taken, path included: the public address, if there is one. */
  url: string;
  /** The kind of tunnel; undefined where only this machine reaches the listener. */
  tunnel?: string;
  /** Whether an earlier session had the same address already. */
  isAsBefore: boolean;
  /** How long the tunnel goes on after the session; undefined where it ends with it. */
  tunnelKeptForMs?: number;
  /** Whether everybody who knows the address can post to it. */
  isOpen: boolean;
  /** Whether a warning says so, after this. */
  isWarnedOf: boolean;
  /** The same as reached on this machine. */
  local: string;
  /** Where another program has the port that it would have by default; it took a free one. */
  instead?: { taken: number; port: number };
  processId: number;
  /** What a sender must send, in a few words; missing where everybody is accepted. */
  asksFor?: string;
  /** For AppDirect's form: addresses, and of the credentials only what was made just now. */
  toPaste: readonly LabelledValue[];
  /** Where access tokens are had; undefined where the scheme issues none. */
  tokenUrl?: string;
  /** The credentials that were made just now, by the names of their options. */
  made: Credentials;
  /** Whether an earlier session made some of what a sender must present: `listen --show-token` prints it. */
  usesKept: boolean;
  /** Undefined with `--no-record`. */
  fixtures?: string;
  targets: { name: string; patterns: string }[];
  events: string;
}

/** An event was taken, recorded or not, before anything more is known of it. */
export interface TakenNotice {
  kind: "taken";
  event: string;
  uuid?: string;
  /** Undefined with `--no-record`. */
  file?: string;
  /** How often this uuid came, this time included. */
  times: number;
  /** Whether its own notice follows: `--events` may leave it out of what is shown and forwarded. */
  isShown: boolean;
  /** Who gets it. */
  takers: readonly NamedTarget[];
}

/** An event that is shown. */
export interface EventNotice {
  kind: "event";
  /** Counts the events that are shown in this session from 1. */
  number: number;
  receivedAt: Date;
  /** Of its body. */
  bytes: number;
  /** Whether AppDirect documents its resource and action. */
  isKnown: boolean;
  /** Why it is none of the documented ones, without secrets; undefined where it is one, or where that is withheld. */
  whyUnknown?: string;
  /** Whether it is nested too deeply to be written again: its fixture has its bytes alone. */
  isTooDeep: boolean;
  /** Without secrets, and without what `--redact` names: nothing that is shown is made from anything else. */
  fixture: Fixture;
  /** Its payload as JSON, with the digits that came. */
  payloadText: string;
  /** The same without secrets also where they are recorded (`--keep-secrets`): the value, and its JSON. */
  shown: Payload;
  shownText: string;
  /** Undefined with `--no-record`. */
  file?: string;
  /** How often this uuid came, this time included. */
  times: number;
  /** Came before with another body. */
  differs: boolean;
  headline: string[];
  /** Names that go with ids in its content, by field: `{ company: "Acme Corp" }`. */
  names: Readonly<Record<string, string>>;
  /** How often it is not what AppDirect documents; of no notes, which validating has too. */
  issues: number;
  /** The first of them. */
  firstIssue?: Issue;
  /** Against the resource's event before. */
  changes?: { since: Date; changes: Change[] };
}

/** A target as it is told, `name` on screen: nothing in it is secret. */
export interface NamedTarget {
  name: string;
  kept: JournalTarget;
}

/** One event at one target. */
interface ForwardedEvent {
  /** Of the event's notice. */
  number: number;
  event: string;
  uuid?: string;
  file?: string;
  target: NamedTarget;
}

export interface DeliveryNotice extends ForwardedEvent {
  kind: "delivery";
  attempt: Attempt;
}

/** The target had not taken it yet when the session ended. */
export interface UndeliveredNotice extends ForwardedEvent {
  kind: "undelivered";
  /** Whether it was on its way, so that the target may have it. */
  wasSent: boolean;
}

/** The event could not be written; its sender got 503. */
export interface UnrecordedNotice {
  kind: "unrecorded";
  event: string;
  uuid?: string;
  reason: string;
  folder: string;
}

export interface RefusedNotice {
  kind: "refused";
  reason: string;
  /** Where webhooks are taken, for a call to another place. */
  takenAt?: string;
  /** Of this kind since the last such notice. */
  times: number;
}

export type WarningNotice = { kind: "warning" } & Warning;

/** The target is too slow, and nothing is recorded: its oldest waiting event is gone. */
export interface DroppedNotice {
  kind: "dropped";
  target: NamedTarget;
  /** So far. */
  total: number;
}

/** The target refuses connections, and the event is tried again. */
export interface WaitingNotice {
  kind: "waiting";
  target: NamedTarget;
}

export interface PausedNotice {
  kind: "paused";
  paused: boolean;
  waiting: number;
}

/** What becomes of the way from the world to the listener. */
export type TunnelNotice = { kind: "tunnel" } & (
  | { state: "opening"; tunnel: string }
  /** The program that opens it is downloaded: this version, of so many bytes, from this host into this folder. */
  | { state: "fetching"; version: string; bytes: number; from: string; into: string }
  | { state: "fetched"; version: string; bytes: number; afterMs: number }
  | { state: "lost" }
  | { state: "regained"; afterMs: number }
  /** AppDirect still has the other one, and so of what else stands in its form and lies below it. */
  | {
      state: "changed";
      url: string;
      before: string;
      why?: string;
      toPaste?: readonly LabelledValue[];
      tokenUrl?: string;
    }
  /** The tunnel went on while nobody listened for so long, and so many calls were refused meanwhile. */
  | { state: "resumed"; refused: number; afterMs: number }
  /** A tunnel that was kept is none for this session, and was ended: why, in words. */
  | { state: "ended"; why: string }
  | { state: "slept"; forMs: number }
  | { state: "retrying"; trouble: TunnelTrouble; inMs: number }
  | { state: "warning"; trouble: TunnelTrouble }
  /** A process that an earlier session had to leave behind was ended. */
  | { state: "cleared"; processId: number }
);

/** The session was told to end, and deliveries have a little time still. */
export interface EndingNotice {
  kind: "ending";
  deliveries: number;
}

export interface EndNotice extends Counts {
  kind: "end";
  durationMs: number;
  fixtures?: string;
  /** What was waited for and did not come. */
  missing?: string;
  /** The tunnel goes on for so long. */
  tunnelKeptForMs?: number;
}
