import type { DeliveryLine, DroppedLine, EventLine, RefusedLine, UnrecordedLine, WaitingLine } from "./events.ts";
import type { EndingLine, EndLine, PausedLine, ReadyLine, WarningLine } from "./session.ts";
import type { TunnelLine } from "./tunnel.ts";
export type { DeliveryLine, EndLine, EventLine, ReadyLine, TunnelLine, WarningLine };

// Types alone. docs/reference/listen-lines.md is made from this folder: types and docstrings in the order of the union.
/** A line of `listen --json`. Times are in ms, paths are absolute. Fields without a value are left out. */
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
