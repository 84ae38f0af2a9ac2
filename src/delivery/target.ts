import type { HeaderList } from "../endpoint.ts";
import type { EventPatterns } from "../events/index.ts";

/** A handler as configured: its name, the events it gets, where it is. */
export interface Target {
  /** What it is called on screen: its route's name, else its address or its program. */
  name: string;
  patterns: EventPatterns;
  address: TargetAddress;
  /** Sent with every delivery; a name that the event also has replaces the event's. */
  headers: HeaderList;
}

export type TargetAddress =
  /** The URL is without credentials; they stand apart, ready as a header's value, and are never printed. */
  | { kind: "http"; url: string; authorization?: string }
  /** `argv` is the command split at white space with quotes honoured; no shell sees it. */
  | { kind: "command"; command: string; argv: readonly string[] };
