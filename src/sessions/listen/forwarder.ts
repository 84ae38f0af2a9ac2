import {
  Delivery,
  outgoingFromFixture,
  outgoingFromReceived,
  type Attempt,
  type QueueOutcome,
  type StoredEvent,
  type Target,
  TargetQueue,
} from "../../delivery/index.ts";
import { readFixture, withheldHeaders } from "../../fixtures/index.ts";
import { untilAborted } from "../../waiting.ts";
import type { Notice, UndeliveredNotice } from "../notice.ts";
import type { Decision } from "./filter.ts";
import type { ListenOptions, Surroundings } from "./options.ts";
import type { RecordedEvent } from "./recording/recorder.ts";
import { namedTargets } from "./telling/named-targets.ts";
import { toldUuid } from "./telling/told-uuid.ts";

export interface Forwarder {
  /** Hands the event to its takers; gives what becomes of it at each, in their order. */
  forward(recorded: RecordedEvent, decision: Decision, number: number): Promise<QueueOutcome>[];
  /** Hands on once more what was shown last; its name, or undefined where nothing was. */
  forwardAgain(): string | undefined;
  /** Events that wait or are on their way, over all targets. */
  pending(): number;
  readonly isPaused: boolean;
  pause(): void;
  resume(): void;
  /** Resolves when nothing is pending, or the signal aborts. */
  idle(signal: AbortSignal): Promise<void>;
  /** Gives what is pending so long, then gives it up. */
  close(graceMs: number): Promise<void>;
}

/** One queue a target, so that a slow one delays nobody else. */
export function createForwarder(
  { targets, timeoutMs, skipVerify, trusted }: ListenOptions,
  { clock, env }: Surroundings,
  tell: (notice: Notice) => void,
): Forwarder {
  const delivery = new Delivery({ clock, env, skipVerify, ca: trusted });
  const queues = new Map(targets.map((target) => [target, queueTo(target)]));
  const pending = new Pending();
  const told = namedTargets(targets);
  const saidLeftOut = new Set<string>();
  let isPaused = false;
  let last: Parameters<typeof forward> | undefined;

  return {
    forward(recorded, decision, number) {
      if (decision.isShown) last = [recorded, decision.takers, number];
      return forward(recorded, decision.takers, number);
    },
    forwardAgain() {
      if (last !== undefined) void forward(...last);
      return last?.[0].fixture.event;
    },
    pending: () => pending.count,
    get isPaused() {
      return isPaused;
    },
    pause() {
      isPaused = true;
      for (const queue of queues.values()) queue.pause();
    },
    resume() {
      isPaused = false;
      for (const queue of queues.values()) queue.resume();
    },
    idle: (signal) => pending.none(signal),
    async close(graceMs) {
      await Promise.all([...queues.values()].map((queue) => queue.close({ graceMs })));
      await pending.none();
      await delivery.close();
    },
  };

  function queueTo(target: Target): TargetQueue {
    return new TargetQueue({
      clock,
      deliver: (event, signal) => delivery.deliver(event, target, { timeoutMs, signal }),
      load: (stored) => loadAgain(stored, (places) => sayLeftOut(target, places)),
      notify: (notice) =>
        tell(
          notice.kind === "dropped"
            ? { kind: "dropped", target: told(target), total: notice.dropped }
            : { kind: "waiting", target: told(target) },
        ),
    });
  }

  function forward(recorded: RecordedEvent, takers: readonly Target[], number: number): Promise<QueueOutcome>[] {
    const { received, fixture, file } = recorded;
    const outgoing = outgoingFromReceived(received, fixture, file);
    const withheld = withheldHeaders(received, fixture);
    const about = { number, event: fixture.event, uuid: toldUuid(received), file };
    const taking = [...queues].filter(([target]) => takers.includes(target));
    return taking.map(([target, queue]) => {
      return pending.during(reported(queue.add(outgoing, withheld), { ...about, target: told(target) }));
    });
  }

  /** Once for each target. */
  function sayLeftOut(target: Target, places: readonly string[]): void {
    if (saidLeftOut.has(target.name)) return;
    saidLeftOut.add(target.name);
    tell({ kind: "warning", about: "left out", target: target.name, places });
  }

  /** Is given no event, so that none is kept in memory by what waits for its end. */
  async function reported(
    delivered: Promise<QueueOutcome>,
    about: Omit<UndeliveredNotice, "kind">,
  ): Promise<QueueOutcome> {
    const outcome = await delivered.catch(unreadable);
    if (outcome.outcome === "undelivered") tell({ kind: "undelivered", ...about });
    else if (outcome.outcome !== "dropped") tell({ kind: "delivery", ...about, attempt: attemptOf(outcome) });
    return outcome;
  }
}

/** One that could not be read again was never sent. */
function attemptOf(outcome: Exclude<QueueOutcome, { outcome: "dropped" | "undelivered" }>): Attempt {
  if (outcome.outcome !== "unreadable") return outcome;
  const detail = "its fixture could not be read again when its turn came";
  return { outcome: "failed", reason: "cancelled", detail, durationMs: 0 };
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
