import type { Change } from "./change.ts";
import type { LogEntry } from "./log-entry.ts";
import { isUnfinished } from "./state/entry-after.ts";
import { EventLog } from "./state/event-log.ts";
import { type FinishedLimits, finishedLimits } from "./state/finished.ts";
import { Webhooks } from "./state/webhooks.ts";
import type { Webhook } from "./webhook.ts";

/** A marketplace as its changes made it, in memory alone. */
export class MarketplaceState {
  readonly #webhooks = new Webhooks();
  readonly #deleted = new Set<string>();
  readonly #log: EventLog;

  /** What is finished beyond the limits is forgotten, what was finished first before the rest. */
  constructor(limits: FinishedLimits = finishedLimits) {
    this.#log = new EventLog(limits);
  }

  /** Throws `HooksError` UNKNOWN_EVENT for a webhook whose patterns fit nothing, which then is not there. */
  apply(change: Change): void {
    switch (change.type) {
      case "webhook":
        return this.#webhooks.set(change.webhook);
      case "webhook deleted":
        this.#webhooks.delete(change.id);
        this.#deleted.add(change.id);
        return this.#log.giveUpFor(change.id);
      case "event":
        return this.#log.add(change, (id) => this.#webhooks.get(id) !== undefined);
      case "attempt":
        return this.#log.addAttempt(change.entry, change.attempt);
    }
  }

  /** In the order in which they were created. */
  webhooks(): readonly Webhook[] {
    return this.#webhooks.all();
  }

  webhook(id: string): Webhook | undefined {
    return this.#webhooks.get(id);
  }

  /** Who gets this event, such as `subscription.added`. */
  takers(event: string): readonly Webhook[] {
    return this.#webhooks.takers(event);
  }

  entry(id: string): LogEntry | undefined {
    return this.#log.entry(id);
  }

  /** Newest first. */
  entries(): LogEntry[] {
    return this.#log.entries();
  }

  /** Oldest first. */
  pending(): LogEntry[] {
    return this.#log.pending();
  }

  get pendingCount(): number {
    return this.#log.pendingCount;
  }

  /** Entries that would go on if their webhook were there: it was not deleted, this run was started without it. */
  get waitingCount(): number {
    const isMissing = (id: string) => this.#webhooks.get(id) === undefined && !this.#deleted.has(id);
    return this.#log.entries().filter((entry) => isMissing(entry.webhook) && isUnfinished(entry)).length;
  }

  /** The payload of an entry's event as JSON. */
  body(entryId: string): string | undefined {
    return this.#log.body(entryId);
  }

  /**
   * What a resource looks like now, as JSON: the latest content told under this path and query of `resource.url`,
   * whatever its origin. Undefined after it was removed, and once all that was told of it is forgotten.
   */
  content(pathAndQuery: string): string | undefined {
    return this.#log.contents.of(pathAndQuery);
  }
}
