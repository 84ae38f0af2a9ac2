import { within } from "../../waiting.ts";
import { reached, type Attempt } from "../attempt.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import { Backlog, type BacklogEntry } from "./backlog.ts";
import { HeldBytes } from "./held-bytes.ts";
import { Patience } from "./patience.ts";
import type { QueueOutcome } from "./outcome.ts";
import type { QueueOptions, QueueRemainder } from "./queue-options.ts";
import { isStored, type QueuedEvent, type StoredEvent } from "./queued-event.ts";

type Undelivered = Extract<QueueOutcome, { outcome: "undelivered" }>;
type Unreadable = Extract<QueueOutcome, { outcome: "unreadable" }>;

const neverSent: Undelivered = { outcome: "undelivered", wasSent: false };

/** How long each event is tried again that is refused. */
const retryRefusedMs = 10_000;
/** How many events wait whole for a target. */
const defaultLimit = 1_000;

/** The events of one target: one delivery at a time, in the order in which they were added. */
export class TargetQueue {
  readonly #options: QueueOptions;
  readonly #backlog: Backlog;
  readonly #patience: Patience;
  readonly #ending = new AbortController();
  readonly #undelivered: QueueRemainder[] = [];
  /** What sets out without having waited. */
  #next: BacklogEntry | undefined;
  #dropped = 0;
  #isTaking = true;
  #isPaused = false;
  #isWorking = false;
  #working: Promise<void> | undefined;
  #closed: Promise<QueueRemainder[]> | undefined;

  constructor(options: QueueOptions) {
    this.#options = options;
    const { held = new HeldBytes(), limit = defaultLimit } = options;
    this.#backlog = new Backlog({ held, limit, dropped: (entry) => this.#drop(entry) });
    this.#patience = new Patience(options.clock, retryRefusedMs, this.#ending.signal);
  }

  /** What becomes of it is told to `queued`. */
  add(queued: QueuedEvent, outgoing: OutgoingEvent): void {
    this.#add({ queued, cameAtMs: this.#options.clock.elapsed(), outgoing }, ({ cameAtMs }) =>
      this.#backlog.add(queued, outgoing, cameAtMs),
    );
  }

  /** The same for an event that is read from its file when its turn comes. */
  addStored(queued: StoredEvent): void {
    this.#add({ queued, cameAtMs: this.#options.clock.elapsed() }, ({ cameAtMs }) =>
      this.#backlog.addStored(queued, cameAtMs),
    );
  }

  /** Whether an event is on its way, or waits for its next attempt. */
  get isDelivering(): boolean {
    return this.#isWorking;
  }

  /** What is on its way arrives; nothing else sets out. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    if (!this.#isWorking) this.#work();
  }

  /**
   * Takes nothing any more, and gives what is in flight and waiting so long; then ends it and returns what was not
   * delivered. While it is paused, only what is in flight gets that time. May be called twice.
   */
  close({ graceMs }: { graceMs: number }): Promise<QueueRemainder[]> {
    return (this.#closed ??= this.#closeWithin(graceMs));
  }

  /** What can set out at once does not wait. */
  #add(entry: BacklogEntry, wait: (entry: BacklogEntry) => boolean): void {
    if (!this.#isTaking || this.#ending.signal.aborted) entry.queued.settled(neverSent);
    else if (!this.#isWorking && !this.#isPaused) this.#setOut(entry);
    else if (!wait(entry)) entry.queued.settled({ outcome: "left on disk" });
  }

  #drop({ queued }: BacklogEntry): void {
    this.#dropped += 1;
    this.#options.notify?.({ kind: "dropped", event: nameOf(queued), dropped: this.#dropped });
    queued.settled({ outcome: "dropped" });
  }

  #setOut(entry: BacklogEntry): void {
    this.#next = entry;
    this.#work();
  }

  #work(): void {
    this.#isWorking = true;
    this.#working = this.#deliverWaiting();
  }

  async #deliverWaiting(): Promise<void> {
    while (!this.#isPaused && !this.#ending.signal.aborted) {
      const next = this.#takeNext();
      if (next === undefined) break;
      await this.#deliverOne(next);
    }
    this.#isWorking = false; // in the same step as the last look: what is added from now on starts the work again
  }

  #takeNext(): BacklogEntry | undefined {
    const next = this.#next ?? this.#backlog.take();
    this.#next = undefined;
    return next;
  }

  async #deliverOne(next: BacklogEntry): Promise<void> {
    const outcome = await this.#outcomeOf(next).catch(unreadable);
    if (outcome.outcome === "undelivered") this.#giveUp(next, outcome);
    else next.queued.settled(outcome);
  }

  async #outcomeOf({ queued, cameAtMs, outgoing }: BacklogEntry): Promise<QueueOutcome> {
    const event = outgoing ?? (await this.#load(queued));
    if (this.#ending.signal.aborted) return neverSent;
    const attempt = await this.#patience.deliver(() => this.#options.deliver(event, this.#ending.signal), {
      cameAtMs,
      onWait: (first) => this.#options.notify?.({ kind: "waiting", event, attempt: first }),
    });
    const wasEnded = this.#ending.signal.aborted && attempt.outcome === "failed";
    return wasEnded ? { outcome: "undelivered", wasSent: mayHaveArrived(attempt) } : attempt;
  }

  #load(queued: QueuedEvent): Promise<OutgoingEvent> {
    if (!isStored(queued)) throw new Error(`${queued.event} waits without its body, and is in no file.`);
    return this.#options.load(queued);
  }

  async #closeWithin(graceMs: number): Promise<QueueRemainder[]> {
    this.#isTaking = false;
    await within(this.#options.clock, graceMs, this.#working ?? Promise.resolve());
    this.#ending.abort();
    await this.#working;
    for (let one = this.#backlog.take(); one !== undefined; one = this.#backlog.take()) this.#giveUp(one, neverSent);
    return this.#undelivered;
  }

  #giveUp({ queued }: BacklogEntry, outcome: Undelivered): void {
    this.#undelivered.push(nameOf(queued));
    queued.settled(outcome);
  }
}

/** A defect in a delivery stops none of the others. */
function unreadable(cause: unknown): Unreadable {
  return { outcome: "unreadable", cause };
}

/** An attempt is cancelled in flight; one that was refused last only waited. */
function mayHaveArrived(attempt: Extract<Attempt, { outcome: "failed" }>): boolean {
  return attempt.reason === "cancelled" || reached(attempt);
}

function nameOf({ event, uuid, file }: QueuedEvent): QueueRemainder {
  return { event, ...(uuid !== undefined && { uuid }), ...(file !== undefined && { file }) };
}
