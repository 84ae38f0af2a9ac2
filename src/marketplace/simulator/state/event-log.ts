import { uuidOf } from "../../../events/index.ts";
import type { HappenedChange } from "../change.ts";
import type { LogEntry, LoggedAttempt } from "../log-entry.ts";
import { ResourceContents } from "./contents.ts";
import { entryAfter, givenUp } from "./entry-after.ts";
import { type FinishedLimits, FinishedQueue } from "./finished.ts";
import { toldEvent, type ToldEvent } from "./told-event.ts";

/** An event that is kept as long as one of its entries is. */
interface KeptEvent extends ToldEvent {
  entries: number;
}

interface KeptEntry {
  entry: LogEntry;
  event: KeptEvent;
}

/** What happened, and what became of it: all that is pending, and the latest of what is finished. */
export class EventLog {
  readonly contents = new ResourceContents();
  readonly #entries = new Map<string, KeptEntry>();
  readonly #pending = new Map<string, KeptEntry>();
  readonly #finished: FinishedQueue<KeptEvent>;

  constructor(limits: FinishedLimits) {
    this.#finished = new FinishedQueue(limits);
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  /** `isThere`: whether a webhook exists; one may have been deleted while an event was on its way into the log. */
  add(change: HappenedChange, isThere: (webhook: string) => boolean): void {
    const entries = change.entries.filter(({ id }) => !this.#entries.has(id));
    const event = { ...toldEvent(change.payload), entries: Math.max(entries.length, 1) };
    const { event: name, at: happenedAt } = change;
    const facts = {
      event: name,
      happenedAt,
      uuid: uuidOf(change.payload) ?? "",
      status: "pending",
      attempts: [],
    } as const;
    this.contents.add(event);
    if (entries.length === 0) this.#finished.add({ event });
    for (const { id, webhook, url } of entries) {
      const entry: LogEntry = { id, webhook, url, ...facts };
      this.#pending.set(id, { entry, event });
      this.#replace({ entry: isThere(webhook) ? entry : givenUp(entry), event });
    }
    this.#forgetBeyond();
  }

  /** One of an entry that is forgotten changes nothing. */
  addAttempt(id: string, attempt: LoggedAttempt): void {
    const kept = this.#entries.get(id);
    if (kept !== undefined) this.#replace({ ...kept, entry: entryAfter(kept.entry, attempt) });
    this.#forgetBeyond();
  }

  giveUpFor(webhook: string): void {
    const lost = [...this.#pending.values()].filter(({ entry }) => entry.webhook === webhook);
    for (const { entry, event } of lost) this.#replace({ entry: givenUp(entry), event });
    this.#forgetBeyond();
  }

  entry(id: string): LogEntry | undefined {
    return this.#entries.get(id)?.entry;
  }

  body(id: string): string | undefined {
    return this.#entries.get(id)?.event.body;
  }

  /** Newest first. */
  entries(): LogEntry[] {
    return Array.from(this.#entries.values(), ({ entry }) => entry).toReversed();
  }

  /** Oldest first. */
  pending(): LogEntry[] {
    return Array.from(this.#pending.values(), ({ entry }) => entry);
  }

  #replace(kept: KeptEntry): void {
    const { id, status } = kept.entry;
    this.#entries.set(id, kept);
    if (status === "pending") this.#pending.set(id, kept);
    else if (this.#pending.delete(id)) this.#finished.add({ id, event: kept.event });
  }

  #forgetBeyond(): void {
    for (let oldest = this.#finished.takeBeyond(); oldest !== undefined; oldest = this.#finished.takeBeyond()) {
      const { id, event } = oldest;
      if (id !== undefined) this.#entries.delete(id);
      event.entries -= 1;
      if (event.entries === 0) this.contents.forget(event);
    }
  }
}
