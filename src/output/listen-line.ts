import type { Fixture } from "../fixtures/index.ts";

/**
 * A line of `listen --json`, without its end: a public contract, documented in docs/reference/listen-lines.md. A field
 * that is not there is left out. Times are in ms, files absolute.
 */
export type ListenLine =
  | ReadyLine
  | EventLine
  | DeliveryLine
  | UnrecordedLine
  | RefusedLine
  | WarningLine
  | DroppedLine
  | WaitingLine
  | PausedLine
  | TunnelLine
  | EndLine;

export interface ReadyLine {
  type: "ready";
  url: string;
  local: string;
  pid: number;
  fixtures?: string;
  tunnel?: string;
  token?: string;
  client?: string;
  user?: string;
}

export interface EventLine {
  type: "event";
  number: number;
  event: string;
  known: boolean;
  file?: string;
  times: number;
  differs: boolean;
  fixture: Fixture;
}

export interface DeliveryLine {
  type: "delivery";
  number: number;
  event: string;
  uuid?: string;
  file?: string;
  target: string;
  delivered: boolean;
  status?: number;
  ms: number;
  error?: string;
}

export interface UnrecordedLine {
  type: "unrecorded";
  event: string;
  uuid?: string;
  error: string;
}

export interface RefusedLine {
  type: "refused";
  reason: string;
  times: number;
}

export interface WarningLine {
  type: "warning";
  code: string;
  message: string;
  hint?: string;
}

export interface DroppedLine {
  type: "dropped";
  target: string;
  total: number;
}

export interface WaitingLine {
  type: "waiting";
  target: string;
}

export interface PausedLine {
  type: "paused";
  paused: boolean;
  waiting: number;
}

export interface TunnelLine {
  type: "tunnel";
  state: "opening" | "lost" | "regained" | "slept" | "changed" | "retrying" | "warning" | "cleared";
  tunnel?: string;
  ms?: number;
  url?: string;
  before?: string;
  code?: string;
  message?: string;
  hint?: string;
  output?: readonly string[];
  pid?: number;
}

export interface EndLine {
  type: "end";
  durationMs: number;
  events: Readonly<Record<string, number>>;
  repeats: number;
  hidden: number;
  unrecorded: number;
  refused: number;
  delivered: number;
  failed: number;
  undelivered: readonly UndeliveredEvent[];
  sendable: number;
  unsendable: readonly string[];
  fixtures?: string;
  missing?: string;
}

export interface UndeliveredEvent {
  event: string;
  target: string;
  file?: string;
}
