import type { Clock } from "../../clock.ts";
import {
  createDelivery,
  createTargetQueue,
  outgoingFromFixture,
  outgoingFromReceived,
  type QueueOutcome,
  type StoredEvent,
  type Target,
  type TargetQueue,
} from "../../delivery/index.ts";
import type { ReceivedEvent } from "../../events/index.ts";
import { readFixture, withheldHeaders } from "../../fixtures/index.ts";
import type { Recorded } from "../../listener/index.ts";
import { untilAborted } from "../../waiting.ts";
import { answerStatus } from "./answer-status.ts";
import type { ListenOptions, Surroundings } from "./options.ts";
import { toldUuid } from "./told-uuid.ts";

export interface ForwarderParts extends Pick<ListenOptions, "targets" | "timeoutMs" | "skipVerify" | "trusted"> {
  clock: Clock;
  env: Surroundings["env"];
  ended(forwarded: Forwarded): void;
  /** Said once for each event that a target refuses and that is tried again. */
  waiting(target: Target): void;
  dropped(target: Target, total: number): void;
  /** An event waited so long that it was read back from its file, where these places are redacted. */
  leftOut(target: Target, places: readonly string[]): void;
}

/** What became of one event at one target. */
export interface Forwarded {
  number: number;
  event: string;
  uuid?: string;
  file?: string;
  target: Target;
  outcome: QueueOutcome;
}

export interface Forwarder {
  /** The targets that get an event of this name. */
  takers(event: string): Target[];
  /** Hands the event to them; what is returned tells the status that their answers make. */
  forward(received: ReceivedEvent, recorded: Recorded, number: number): () => Promise<number>;
  /** Events that wait or are on their way, over all targets. */
  pending(): number;
  pause(): void;
  resume(): void;
  /** Resolves when nothing is pending, or the signal aborts. */
  idle(signal: AbortSignal): Promise<void>;
  /** Gives what is pending so long, then gives it up. */
  close(graceMs: number): Promise<void>;
}

interface Lane {
  target: Target;
  queue: TargetQueue;
}

/** One queue a target, so that a slow one delays nobody else. */
export function createForwarder(parts: ForwarderParts): Forwarder {
  const { clock, env, skipVerify, trusted } = parts;
  const delivery = createDelivery({ clock, env, skipVerify, ca: trusted });
  const lanes = parts.targets.map((target): Lane => {
    const queue = createTargetQueue({
      clock,
      deliver: (event, signal) => delivery.deliver(event, target, { timeoutMs: parts.timeoutMs, signal }),
      load: (stored) => loadAgain(stored, (places) => parts.leftOut(target, places)),
      notify: (notice) => (notice.kind === "dropped" ? parts.dropped(target, notice.dropped) : parts.waiting(target)),
    });
    return { target, queue };
  });
  const takers = (event: string) => lanes.filter(({ target }) => target.patterns.matches(event));
  const pending = new Pending();
  /** Is given no event, so that none is kept in memory by what waits for its end. */
  const told = async (delivered: Promise<QueueOutcome>, about: Omit<Forwarded, "outcome">) => {
    const outcome = await delivered.catch(unreadable);
    parts.ended({ ...about, outcome });
    return outcome;
  };

  return {
    takers: (event) => takers(event).map(({ target }) => target),
    forward(received, { fixture, taken }, number) {
      const { event } = fixture;
      const uuid = toldUuid(received);
      const file = taken.keeping.outcome === "recorded" ? taken.keeping.file : undefined;
      const outgoing = outgoingFromReceived(received, fixture, file);
      const withheld = withheldHeaders(received);
      const outcomes = takers(event).map(({ target, queue }) =>
        pending.during(told(queue.add(outgoing, withheld), { number, event, uuid, file, target })),
      );
      return () => answerStatus(outcomes, clock);
    },
    pending: () => pending.count,
    pause: () => lanes.forEach(({ queue }) => queue.pause()),
    resume: () => lanes.forEach(({ queue }) => queue.resume()),
    idle: (signal) => pending.none(signal),
    async close(graceMs) {
      await Promise.all(lanes.map(({ queue }) => queue.close({ graceMs })));
      await pending.none();
      await delivery.close();
    },
  };
}

/** What `--redact` kept from the disk cannot come back from it. */
async function loadAgain({ file, withheld }: StoredEvent, sayLeftOut: (places: readonly string[]) => void) {
  const { outgoing, leftOut } = outgoingFromFixture(await readFixture(file), { file, withheld });
  if (leftOut.length > 0) sayLeftOut(leftOut);
  return outgoing;
}

function unreadable(cause: unknown): QueueOutcome {
  return { outcome: "unreadable", cause };
}

/** Counts what is pending, and tells when nothing is. */
class Pending {
  count = 0;
  #waiters: (() => void)[] = [];

  async during<Value>(work: Promise<Value>): Promise<Value> {
    this.count += 1;
    try {
      return await work;
    } finally {
      this.count -= 1;
      if (this.count === 0) for (const resolve of this.#waiters.splice(0)) resolve();
    }
  }

  none(signal?: AbortSignal): Promise<void> {
    if (this.count === 0) return Promise.resolve();
    const none = new Promise<void>((resolve) => this.#waiters.push(resolve));
    return signal === undefined ? none : untilAborted(none, signal);
  }
}
