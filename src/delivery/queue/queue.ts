import type { HeaderList } from "../../endpoint.ts";
import { within } from "../../waiting.ts";
import { reached, type Attempt } from "../attempt.ts";
import { Backlog, type BacklogLimits, type BacklogEntry, type StoredEvent } from "./backlog.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import { Patience } from "./patience.ts";
import type { QueueOptions, QueueOutcome, QueueRemainder } from "./queue-options.ts";

interface Ticket {
  /** By the clock's `elapsed`. */
  cameAtMs: number;
  settle(outcome: QueueOutcome): void;
  fail(cause: unknown): void;
}

type Undelivered = Extract<QueueOutcome, { outcome: "undelivered" }>;

const neverSent: Undelivered = { outcome: "undelivered", wasSent: false };

/** How long each event is tried again that is refused. */
const retryRefusedMs = 10_000;
const defaultLimits: BacklogLimits = { events: 1_000, bytes: 64 * 1024 ** 2 };

/** The events of one target: one delivery at a time, in the order in which they were added. */
export class TargetQueue {
  readonly #options: QueueOptions;
  readonly #backlog: Backlog<Ticket>;
  readonly #patience: Patience;
  readonly #ending = new AbortController();
  readonly #undelivered: QueueRemainder[] = [];
  #dropped = 0;
  #isTaking = true;
  #isPaused = false;
  #isWorking = false;
  #working: Promise<void> | undefined;
  #closed: Promise<QueueRemainder[]> | undefined;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#backlog = new Backlog(options.limits ?? defaultLimits);
    this.#patience = new Patience(options.clock, retryRefusedMs, this.#ending.signal);
  }

  /** Never rejects because of the target. `withheld`: headers that the event's file does not hold. */
  add(event: OutgoingEvent, withheld: HeaderList = []): Promise<QueueOutcome> {
    return this.#added((ticket) => this.#backlog.add(event, withheld, ticket));
  }

  /** The same for an event that is read from its file when its turn comes. */
  addStored(stored: StoredEvent): Promise<QueueOutcome> {
    return this.#added((ticket) => this.#backlog.addStored(stored, ticket));
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
    this.#work();
  }

  /**
   * Takes nothing any more, and gives what is in flight and waiting so long; then ends it and returns what was not
   * delivered. While it is paused, only what is in flight gets that time. May be called twice.
   */
  close({ graceMs }: { graceMs: number }): Promise<QueueRemainder[]> {
    return (this.#closed ??= this.#closeWithin(graceMs));
  }

  #added(add: (ticket: Ticket) => BacklogEntry<Ticket> | undefined): Promise<QueueOutcome> {
    if (!this.#isTaking || this.#ending.signal.aborted) return Promise.resolve(neverSent);
    return new Promise((settle, fail) => {
      const out = add({ cameAtMs: this.#options.clock.elapsed(), settle, fail });
      if (out !== undefined) this.#drop(out);
      this.#work();
    });
  }

  #drop(one: BacklogEntry<Ticket>): void {
    this.#dropped += 1;
    this.#options.notify?.({ kind: "dropped", event: nameOf(one), dropped: this.#dropped });
    one.ticket.settle({ outcome: "dropped" });
  }

  #work(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#working = this.#deliverWaiting();
  }

  async #deliverWaiting(): Promise<void> {
    while (!this.#isPaused && !this.#ending.signal.aborted) {
      const next = this.#backlog.take();
      if (next === undefined) break;
      await this.#deliverOne(next);
    }
    this.#isWorking = false; // in the same step as the last look: what is added from now on starts the work again
  }

  async #deliverOne(next: BacklogEntry<Ticket>): Promise<void> {
    try {
      const outcome = await this.#outcomeOf(next);
      if (outcome.outcome === "undelivered") this.#giveUp(next, outcome);
      else next.ticket.settle(outcome);
    } catch (cause) {
      next.ticket.fail(cause);
    }
  }

  async #outcomeOf(next: BacklogEntry<Ticket>): Promise<QueueOutcome> {
    const event = await this.#load(next);
    if ("outcome" in event) return event;
    if (this.#ending.signal.aborted) return neverSent;
    const attempt = await this.#patience.deliver(() => this.#options.deliver(event, this.#ending.signal), {
      cameAtMs: next.ticket.cameAtMs,
      onWait: (first) => this.#options.notify?.({ kind: "waiting", event, attempt: first }),
    });
    const wasEnded = this.#ending.signal.aborted && attempt.outcome === "failed";
    return wasEnded ? { outcome: "undelivered", wasSent: mayHaveArrived(attempt) } : attempt;
  }

  async #load(next: BacklogEntry<Ticket>): Promise<OutgoingEvent | Extract<QueueOutcome, { outcome: "unreadable" }>> {
    if (next.kind === "held") return next.event;
    return this.#options.load(next.stored).catch((cause: unknown) => ({ outcome: "unreadable", cause }));
  }

  async #closeWithin(graceMs: number): Promise<QueueRemainder[]> {
    this.#isTaking = false;
    await within(this.#options.clock, graceMs, this.#working ?? Promise.resolve());
    this.#ending.abort();
    await this.#working;
    for (let one = this.#backlog.take(); one !== undefined; one = this.#backlog.take()) this.#giveUp(one, neverSent);
    return this.#undelivered;
  }

  #giveUp(one: BacklogEntry<Ticket>, outcome: Undelivered): void {
    this.#undelivered.push(nameOf(one));
    one.ticket.settle(outcome);
  }
}

/** An attempt is cancelled in flight; one that was refused last only waited. */
function mayHaveArrived(attempt: Extract<Attempt, { outcome: "failed" }>): boolean {
  return attempt.reason === "cancelled" || reached(attempt);
}

function nameOf(one: BacklogEntry<unknown>): QueueRemainder {
  const { event, uuid, file } = one.kind === "held" ? one.event : one.stored;
  return { event, ...(uuid !== undefined && { uuid }), ...(file !== undefined && { file }) };
}
