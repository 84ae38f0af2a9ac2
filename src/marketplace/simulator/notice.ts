import type { Attempt } from "../../delivery/index.ts";
import type { JsonObject } from "../../events/index.ts";
import type { LoggedAttempt } from "./log-entry.ts";
import type { Webhook } from "./webhook.ts";

/** What a marketplace says while it runs. Nothing in it is secret. */
export type MarketplaceNotice = HappenedNotice | AttemptNotice | WebhookNotice | RefusedCallNotice | HeldNotice;

/** An event happened, and is about to be on its way. */
export interface HappenedNotice {
  kind: "happened";
  /** Counts the events from 1. */
  number: number;
  event: string;
  uuid: string;
  at: Date;
  payload: JsonObject;
  /** In the log, one for each webhook that gets it. */
  entries: readonly string[];
}

export interface AttemptNotice {
  kind: "attempt";
  /** Of the log's entry. */
  entry: string;
  event: string;
  uuid: string;
  webhook: ShownWebhook;
  attempt: Attempt;
  logged: LoggedAttempt;
  /** When it is tried again: in the marketplace's time, and how long that takes here. */
  again?: { inMs: number; hereMs: number };
}

/** Somebody changed a webhook through the API. */
export interface WebhookNotice {
  kind: "webhook";
  did: "created" | "updated" | "deleted";
  webhook: ShownWebhook;
  /** The log's entries that were given up with a deleted one. */
  givenUp?: readonly string[];
}

/** A webhook without its credentials; its address without what is secret in it. */
export type ShownWebhook = Pick<Webhook, "id" | "url" | "events">;

/** A call of the API or of the token endpoint. */
export interface RefusedCallNotice {
  kind: "refused";
  status: number;
  reason: string;
}

/** So many events wait for their next attempt that no more happen until some of them are delivered or given up. */
export interface HeldNotice {
  kind: "held";
  pending: number;
}
