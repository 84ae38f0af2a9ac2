import type { Clock } from "../../clock.ts";
import { redactAddress } from "../../authentication/index.ts";
import { Delivery, type Processes } from "../../delivery/index.ts";
import { isObject, type JsonObject } from "../../events/index.ts";
import type { Random } from "../../random.ts";
import type { Change, ChangeStore, HappenedChange } from "./change.ts";
import { Deliveries, type DeliveryOptions } from "./deliveries.ts";
import type { LogEntry } from "./log-entry.ts";
import { Network, type NetworkOptions } from "./network.ts";
import type { MarketplaceNotice } from "./notice.ts";
import { Posting, type PostingOptions } from "./posting.ts";
import { shownWebhook } from "./shown-webhook.ts";
import { MarketplaceState } from "./state.ts";
import { isUnfinished } from "./state/entry-after.ts";
import type { Webhook } from "./webhook.ts";

export interface MarketplaceOptions extends DeliveryOptions, PostingOptions, NetworkOptions {
  /** Those that exist from the start, beside what the state has; they are kept nowhere. */
  webhooks: readonly Webhook[];
}

export interface MarketplaceSurroundings {
  /** The marketplace's time. */
  clock: Clock;
  /** The time that a handler has for its answer: never a virtual one, for handlers are real. */
  realClock: Clock;
  random: Random;
  /** What happened in earlier runs, and where to keep what happens now. */
  changes: readonly Change[];
  store: ChangeStore;
  env: Readonly<Record<string, string | undefined>>;
  processes: Processes;
  notify(notice: MarketplaceNotice): void;
  /** What nothing foresaw, and changes that could not be kept. */
  fail(cause: unknown): void;
}

/** An event that happened. */
export interface Happening {
  /** `subscription.added` */
  event: string;
  payload: JsonObject;
}

/** Webhooks, an event log and deliveries: AppDirect's side, without the ways to ask it. */
export class Marketplace {
  readonly state = new MarketplaceState();
  readonly #surroundings: MarketplaceSurroundings;
  readonly #delivery: Delivery;
  readonly #deliveries: Deliveries;
  #happened = 0;

  constructor(options: MarketplaceOptions, surroundings: MarketplaceSurroundings) {
    const { clock, realClock, env, processes, changes } = surroundings;
    const { skipVerify, trusted } = options;
    this.#surroundings = surroundings;
    // First: what earlier runs left pending for them must not find them gone.
    for (const webhook of options.webhooks) this.state.apply({ type: "webhook", webhook });
    for (const change of changes) this.state.apply(change);
    this.#delivery = new Delivery({ clock: realClock, env, processes, skipVerify, trusted });
    const network = new Network(options, surroundings);
    const posting = new Posting(options, { clock, realClock, delivery: this.#delivery, network });
    this.#deliveries = new Deliveries(options, { ...surroundings, state: this.state, network, posting });
  }

  /** Goes on with what earlier runs left pending. */
  resume(): void {
    for (const entry of this.state.pending()) this.#deliveries.plan(entry);
  }

  /** Resolves once it is kept; it is on its way then. */
  async happen({ event, payload }: Happening): Promise<void> {
    const { clock, random, notify } = this.#surroundings;
    const at = clock.now();
    const entries = this.state
      .takers(event)
      .map(({ id: webhook, url }) => ({ id: random.uuid(), webhook, url: redactAddress(url) }));
    const change: HappenedChange = { type: "event", at: at.toISOString(), event, payload, entries };
    await this.#keep(change);
    this.#happened += 1;
    const uuid = typeof payload["uuid"] === "string" ? payload["uuid"] : "";
    const ids = entries.map(({ id }) => id);
    notify({ kind: "happened", number: this.#happened, event, uuid, at, payload, entries: ids });
    for (const entry of entries) this.#deliveries.plan(entry);
  }

  /** Creates a webhook, or puts this one in the place of the one with its id. Resolves once that is kept. */
  async putWebhook(webhook: Webhook): Promise<void> {
    const did = this.state.webhook(webhook.id) === undefined ? "created" : "updated";
    await this.#keep({ type: "webhook", webhook });
    this.#surroundings.notify({ kind: "webhook", did, webhook: shownWebhook(webhook) });
  }

  async deleteWebhook(webhook: Webhook): Promise<void> {
    const { id } = webhook;
    await this.#keep({ type: "webhook deleted", id });
    const givenUp = this.state.entries().filter((entry) => entry.webhook === id && isUnfinished(entry));
    this.#surroundings.notify({
      kind: "webhook",
      did: "deleted",
      webhook: shownWebhook(webhook),
      givenUp: givenUp.map((entry) => entry.id),
    });
  }

  /** Tries a failed entry once more; resolves when that has ended, with the entry as it is then. */
  async resend({ id }: LogEntry): Promise<LogEntry | undefined> {
    await this.#deliveries.resend(id);
    return this.state.entry(id);
  }

  /** Resolves when no attempt is in flight. */
  settled(): Promise<void> {
    return this.#deliveries.settled();
  }

  /** Cancels what is in flight: it is pending for who goes on with this state. May be called twice. */
  async close(): Promise<void> {
    await this.#deliveries.close();
    await this.#delivery.close();
    await this.#surroundings.store.close();
  }

  async #keep(change: Change): Promise<void> {
    await this.#surroundings.store.append(change);
    this.state.apply(change);
  }
}

/** The payload of an event, happened now. */
export function happenedAt(payload: JsonObject, at: Date): JsonObject {
  return isObject(payload) ? { ...payload, timestamp: at.getTime() } : payload;
}
