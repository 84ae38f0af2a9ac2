import { isPlanned, type LogEntry, type LoggedAttempt } from "../log-entry.ts";

/**
 * An entry after one more attempt. What was delivered once stays so, and what was given up, or lost its webhook, is
 * mended only by a delivery; one that somebody asked for moves no other.
 */
export function entryAfter(entry: LogEntry, attempt: LoggedAttempt): LogEntry {
  const { nextAt, ...untimed } = entry;
  const after: LogEntry = { ...untimed, attempts: [...entry.attempts, attempt] };
  if (attempt.delivered) return { ...after, status: "successful" };
  if (entry.status !== "pending") return after;
  const next = attempt.isManual ? nextAt : attempt.nextAt;
  if (next === undefined) return attempt.isManual ? after : { ...after, status: "failed" };
  return { ...after, nextAt: next };
}

/** An entry that is not tried again. */
export function givenUp(entry: LogEntry): LogEntry {
  const given: LogEntry = { ...entry, status: "failed" };
  delete given.nextAt;
  return given;
}

/** Whether the schedule had another attempt for it. */
export function isUnfinished({ attempts, status }: LogEntry): boolean {
  const last = attempts.findLast(isPlanned);
  return status !== "successful" && (last === undefined || last.nextAt !== undefined);
}
