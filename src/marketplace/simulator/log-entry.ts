/**
 * One event at one webhook, as the event log shows it. The three states are the tabs of AppDirect's log
 * (developer.appdirect.com/webhooks/webookconfig/managewebhooks).
 */
export interface LogEntry {
  id: string;
  webhook: string;
  /** Of the webhook when it happened, without what is secret in it. */
  url: string;
  event: string;
  /** Of the event; the same at every attempt, which AppDirect's documentation leaves open. */
  uuid: string;
  happenedAt: string;
  status: EntryStatus;
  attempts: readonly LoggedAttempt[];
  /** When it is tried again; undefined unless it is pending and was tried. */
  nextAt?: string;
}

export const entryStatuses = ["pending", "successful", "failed"] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** Whether the schedule asked for it. */
export function isPlanned({ isManual, isDuplicate }: LoggedAttempt): boolean {
  return isManual !== true && isDuplicate !== true;
}

/** One try, as it is kept. Times in ISO 8601. */
export interface LoggedAttempt {
  /** From 1. */
  number: number;
  at: string;
  /** How long it took, in ms. */
  ms: number;
  delivered: boolean;
  /** The HTTP status; undefined where there was no answer. */
  status?: number;
  /** Why it failed, in a few words: `500`, `refused`, `no access token`. */
  reason?: string;
  /** Asked for by somebody, and no part of the schedule. */
  isManual?: true;
  /** Sent once more though it was delivered, as networks do. */
  isDuplicate?: true;
  /** When the next one is due; undefined where it was delivered or given up. */
  nextAt?: string;
}
