import type { Clock } from "../clock.ts";
import type { HeaderList } from "../endpoint.ts";
import { whenAborted, within } from "../waiting.ts";
import type { Attempt } from "./attempt.ts";
import { createBacklog, type BacklogLimits, type StoredEvent, type Waiting } from "./backlog.ts";
import type { OutgoingEvent } from "./outgoing.ts";
import { createPatience } from "./patience.ts";

/** The events of one target: one delivery at a time, in the order in which they were added. */
export interface TargetQueue {
  /** Never rejects because of the target. `withheld`: headers that the event's file does not hold. */
  add(event: OutgoingEvent, withheld?: HeaderList): Promise<QueueOutcome>;
  /** What is on its way arrives; nothing else sets out. */
  pause(): void;
  resume(): void;
  /** How many wait; the one on its way is not among them. */
  readonly size: number;
  /**
   * Takes nothing any more, and gives what is in flight and waiting so long; then ends it and returns what was not
   * delivered. While it is paused, only what is in flight gets that time. May be called twice.
   */
  close(options: { graceMs: number }): Promise<Undelivered[]>;
}

export type QueueOutcome =
  | Attempt
  | { outcome: "dropped" } // too many waited, and it is recorded nowhere
  | { outcome: "unreadable"; cause: unknown } // its file could not be read again
  | { outcome: "undelivered" }; // the queue was closed first

export interface Undelivered {
  event: string;
  uuid?: string;
  file?: string;
}

export interface QueueOptions {
  deliver(event: OutgoingEvent, signal: AbortSignal): Promise<Attempt>;
  /** Reads an event again of which the queue held only the place. */
  load(stored: StoredEvent): Promise<OutgoingEvent>;
  clock: Clock;
  /** How long an event is tried again that is refused; 10,000 unless told otherwise. */
  retryRefusedMs?: number;
  limits?: BacklogLimits;
  /** Ends everything at once. */
  signal?: AbortSignal;
  notify?(notice: QueueNotice): void;
}

/** What a queue says while it works. */
export type QueueNotice =
  /** Refused, and tried again from now on: said once for each event. */
  | { kind: "waiting"; event: OutgoingEvent; attempt: Attempt }
  /** `dropped`: how many in all. */
  | { kind: "dropped"; event: Undelivered; dropped: number };

interface Ticket {
  number: number;
  settle(outcome: QueueOutcome): void;
  fail(cause: unknown): void;
}

const defaultLimits: BacklogLimits = { events: 1_000, bytes: 64 * 1024 ** 2 };

export function createTargetQueue(options: QueueOptions): TargetQueue {
  const { clock, retryRefusedMs = 10_000, limits = defaultLimits } = options;
  const ending = new AbortController();
  const patience = createPatience(clock, retryRefusedMs, ending.signal);
  const backlog = createBacklog<Ticket>(limits);
  const undelivered: Undelivered[] = [];
  let newest = -1;
  let dropped = 0;
  let isTaking = true;
  let isPaused = false;
  let isWorking = false;
  let working: Promise<void> | undefined;
  let closed: Promise<Undelivered[]> | undefined;
  const forget = options.signal && whenAborted(options.signal, () => ending.abort());

  return {
    add(event, withheld = []) {
      if (!isTaking || ending.signal.aborted) return Promise.resolve({ outcome: "undelivered" });
      return new Promise((settle, fail) => {
        newest += 1;
        const out = backlog.add(event, withheld, { number: newest, settle, fail });
        if (out !== undefined) drop(out);
        work();
      });
    },
    pause() {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      work();
    },
    get size() {
      return backlog.size;
    },
    close: ({ graceMs }) => (closed ??= close(graceMs)),
  };

  function work(): void {
    if (isWorking) return;
    isWorking = true;
    working = deliverWaiting();
  }

  async function deliverWaiting(): Promise<void> {
    while (!isPaused && !ending.signal.aborted) {
      const next = backlog.take();
      if (next === undefined) break;
      await deliverOne(next);
    }
    isWorking = false; // in the same step as the last look: what is added from now on starts the work again
  }

  async function deliverOne(next: Waiting<Ticket>): Promise<void> {
    try {
      const outcome = await outcomeOf(next);
      const wasEnded = ending.signal.aborted && outcome.outcome === "failed";
      if (wasEnded) giveUp(next);
      else next.ticket.settle(outcome);
    } catch (cause) {
      next.ticket.fail(cause);
    }
  }

  async function outcomeOf(next: Waiting<Ticket>): Promise<QueueOutcome> {
    const event = await load(next);
    if ("outcome" in event) return event;
    return patience.deliver(() => options.deliver(event, ending.signal), {
      number: next.ticket.number,
      newest: () => newest,
      onWait: (attempt) => options.notify?.({ kind: "waiting", event, attempt }),
    });
  }

  async function load(
    next: Waiting<Ticket>,
  ): Promise<OutgoingEvent | Extract<QueueOutcome, { outcome: "unreadable" }>> {
    if (next.kind === "held") return next.event;
    return options.load(next.stored).catch((cause: unknown) => ({ outcome: "unreadable", cause }));
  }

  function drop(one: Waiting<Ticket>): void {
    dropped += 1;
    options.notify?.({ kind: "dropped", event: nameOf(one), dropped });
    one.ticket.settle({ outcome: "dropped" });
  }

  function giveUp(one: Waiting<Ticket>): void {
    undelivered.push(nameOf(one));
    one.ticket.settle({ outcome: "undelivered" });
  }

  async function close(graceMs: number): Promise<Undelivered[]> {
    isTaking = false;
    await within(clock, graceMs, working ?? Promise.resolve());
    forget?.();
    ending.abort();
    await working;
    for (let one = backlog.take(); one !== undefined; one = backlog.take()) giveUp(one);
    return undelivered;
  }
}

function nameOf(one: Waiting<unknown>): Undelivered {
  const { event, uuid, file } = one.kind === "held" ? one.event : one.stored;
  return { event, ...(uuid !== undefined && { uuid }), ...(file !== undefined && { file }) };
}
