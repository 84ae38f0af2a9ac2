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
import type { ListenOptions, ListenSurroundings } from "./options.ts";
import type { RecordedEvent } from "./recording/recorder.ts";
import { namedTargets } from "./telling/named-targets.ts";
import { toldUuid } from "./telling/told-uuid.ts";

/** Hands events to targets: one queue each, so that a slow one delays nobody else. */
export class Forwarder {
  readonly #timeoutMs: number;
  readonly #delivery: Delivery;
  readonly #queues: ReadonlyMap<Target, TargetQueue>;
  readonly #named: ReturnType<typeof namedTargets>;
  readonly #tell: (notice: Notice) => void;
  readonly #pending = new OutstandingWork();
  readonly #saidLeftOut = new Set<string>();
  #isPaused = false;
  #last: { recorded: RecordedEvent; takers: readonly Target[]; number: number } | undefined;

  constructor(
    { targets, timeoutMs, skipVerify, trusted }: ListenOptions,
    { clock, env, processes }: ListenSurroundings,
    tell: (notice: Notice) => void,
  ) {
    this.#timeoutMs = timeoutMs;
    this.#tell = tell;
    this.#delivery = new Delivery({ clock, env, processes, skipVerify, ca: trusted });
    this.#queues = new Map(targets.map((target) => [target, this.#queueTo(target, clock)]));
    this.#named = namedTargets(targets);
  }

  /** Hands the event to its takers; gives what becomes of it at each, in their order. */
  forward(recorded: RecordedEvent, { isShown, takers }: Decision, number: number): Promise<QueueOutcome>[] {
    if (isShown) this.#last = { recorded, takers, number };
    return this.#forward(recorded, takers, number);
  }

  /** Hands on once more what was shown last; its name, or undefined where nothing was. */
  forwardAgain(): string | undefined {
    if (this.#last === undefined) return undefined;
    const { recorded, takers, number } = this.#last;
    void this.#forward(recorded, takers, number);
    return recorded.fixture.event;
  }

  /** Events that wait or are on their way, over all targets. */
  pending(): number {
    return this.#pending.count;
  }

  /** How many of them `close` gives time: while it is paused, those on their way. */
  finishing(): number {
    if (!this.#isPaused) return this.pending();
    return [...this.#queues.values()].filter(({ isDelivering }) => isDelivering).length;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  pause(): void {
    this.#isPaused = true;
    for (const queue of this.#queues.values()) queue.pause();
  }

  resume(): void {
    this.#isPaused = false;
    for (const queue of this.#queues.values()) queue.resume();
  }

  /** Resolves when nothing is pending, or the signal aborts. */
  idle(signal: AbortSignal): Promise<void> {
    return this.#pending.none(signal);
  }

  /** Gives what is pending so long, then gives it up. */
  async close(graceMs: number): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close({ graceMs })));
    await this.#pending.none();
    await this.#delivery.close();
  }

  #queueTo(target: Target, clock: ListenSurroundings["clock"]): TargetQueue {
    return new TargetQueue({
      clock,
      deliver: (event, signal) => this.#delivery.deliver(event, target, { timeoutMs: this.#timeoutMs, signal }),
      load: (stored) => loadAgain(stored, (places) => this.#sayLeftOut(target, places)),
      notify: (notice) =>
        this.#tell(
          notice.kind === "dropped"
            ? { kind: "dropped", target: this.#named(target), total: notice.dropped }
            : { kind: "waiting", target: this.#named(target) },
        ),
    });
  }

  #forward(recorded: RecordedEvent, takers: readonly Target[], number: number): Promise<QueueOutcome>[] {
    const { received, fixture, file } = recorded;
    const outgoing = outgoingFromReceived(received, fixture, file);
    const withheld = withheldHeaders(received, fixture);
    const about = { number, event: fixture.event, uuid: toldUuid(recorded), file };
    const taking = [...this.#queues].filter(([target]) => takers.includes(target));
    return taking.map(([target, queue]) => {
      const reported = this.#reported(queue.add(outgoing, withheld), { ...about, target: this.#named(target) });
      return this.#pending.during(reported);
    });
  }

  /** Once for each target. */
  #sayLeftOut(target: Target, places: readonly string[]): void {
    if (this.#saidLeftOut.has(target.name)) return;
    this.#saidLeftOut.add(target.name);
    this.#tell({ kind: "warning", about: "left out", target: target.name, places });
  }

  /** Is given no event, so that none is kept in memory by what waits for its end. */
  async #reported(
    delivered: Promise<QueueOutcome>,
    about: Omit<UndeliveredNotice, "kind" | "wasSent">,
  ): Promise<QueueOutcome> {
    const outcome = await delivered.catch(unreadable);
    if (outcome.outcome === "undelivered") this.#tell({ kind: "undelivered", ...about, wasSent: outcome.wasSent });
    else if (outcome.outcome !== "dropped") this.#tell({ kind: "delivery", ...about, attempt: attemptOf(outcome) });
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
class OutstandingWork {
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
