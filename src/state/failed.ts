import type { JournalLine, JournalTarget } from "./journal.ts";

/** An event that is on disk and did not reach these targets. */
export interface FailedEvent {
  event: string;
  file: string;
  targets: JournalTarget[];
}

export interface FailedDeliveries {
  events: FailedEvent[];
  /** Deliveries that were not made, of events in no file of their own: recorded nowhere, from standard input, one of several in a file. */
  unrecorded: number;
}

/** What these lines took for targets and did not deliver; a delivery that was repeated counts as one. */
export function failedIn(lines: readonly JournalLine[]): FailedDeliveries {
  const open = new Map<string, FailedEvent>();
  const unrecorded = { owed: 0, failed: 0 };
  for (const line of lines) {
    if (line.type === "received") {
      if (line.file === undefined) unrecorded.owed += line.targets.length;
      else {
        for (const target of line.insteadOf ?? []) settle(open, line.file, target);
        owe(open, line.event, line.file, line.targets);
      }
    }
    if (line.type !== "delivery") continue;
    if (line.file === undefined) {
      unrecorded.owed -= 1;
      unrecorded.failed += line.delivered ? 0 : 1;
    } else if (line.delivered) settle(open, line.file, line.target);
    else owe(open, line.event, line.file, [line.target]);
  }
  return {
    events: [...open.values()].filter(({ targets }) => targets.length > 0),
    unrecorded: unrecorded.failed + Math.max(0, unrecorded.owed),
  };
}

function owe(open: Map<string, FailedEvent>, event: string, file: string, targets: readonly JournalTarget[]): void {
  const before = open.get(file)?.targets ?? [];
  const more = targets.filter((target) => !before.some((one) => isSame(one, target)));
  open.set(file, { event, file, targets: [...before, ...more] });
}

function settle(open: Map<string, FailedEvent>, file: string, target: JournalTarget): void {
  const before = open.get(file);
  if (before === undefined) return;
  open.set(file, { ...before, targets: before.targets.filter((one) => !isSame(one, target)) });
}

/** One that cannot be sent to again has left out what tells it from others, and is known by its place alone. */
export function isSame(one: JournalTarget, other: JournalTarget): boolean {
  const isSameText = one.kind === other.kind && one.text === other.text;
  return isSameText && (one.canBeSentToAgain || one.number === other.number);
}
