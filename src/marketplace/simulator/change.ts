import type { JsonObject } from "../../events/index.ts";
import type { LoggedAttempt } from "./log-entry.ts";
import type { Webhook } from "./webhook.ts";

/**
 * All that can change in a marketplace. Its state is what these made, one after another, and a state file is a line for
 * each; times are ISO 8601, so that a line reads as it is.
 */
export type Change =
  | { type: "webhook"; webhook: Webhook }
  | { type: "webhook deleted"; id: string }
  | HappenedChange
  | { type: "attempt"; entry: string; attempt: LoggedAttempt };

/** Something happened, and is to be told to these webhooks: an entry in the event log for each. */
export interface HappenedChange {
  type: "event";
  at: string;
  /** `subscription.added` */
  event: string;
  payload: JsonObject;
  entries: readonly { id: string; webhook: string; url: string }[];
}

/** Where changes are kept, before anybody is told of them. */
export interface ChangeStore {
  /** Resolves once it would survive a loss of power. Throws `HooksError` FOLDER_UNWRITABLE. */
  append(change: Change): Promise<void>;
  /** Resolves when all that was appended is kept. May be called twice. */
  close(): Promise<void>;
}

/** Keeps nothing beyond the process. */
export const inMemory: ChangeStore = {
  append: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
