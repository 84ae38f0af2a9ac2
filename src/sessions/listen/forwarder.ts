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
import type { HeaderList } from "../../endpoint.ts";
import { untilAborted } from "../../waiting.ts";
import type { Notice, UndeliveredNotice } from "../notice.ts";
import { OwedDeliveries, owedKey } from "../owed-deliveries.ts";
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
  readonly #resending = new OutstandingWork();
  readonly #saidLeftOut = new Set<string>();
  readonly #failed = new OwedDeliveries<Forwarding>();
  #isPaused = false;
  #last: { recorded: RecordedEvent; takers: readonly Target[]; number: number } | undefined;

  constructor(
    { targets, timeoutMs, skipVerify, trusted }: ListenOptions,
    { clock, env, processes }: ListenSurroundings,
    tell: (notice: Notice) => void,
  ) {
    this.#timeoutMs = timeoutMs;
    this.#tell = tell;
    this.#delivery = new Delivery({ clock, env, processes, skipVerify, trusted });
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
    void this.#forward(recorded, takers, number, { isResent: true });
    return recorded.fixture.event;
  }

  /** Hands on once more what failed and was not delivered later, each event to where it failed. */
  forwardFailed(): ResentDeliveries {
    let resent = 0;
    const resending = this.#resending.count;
    for (const forwarding of this.#failed.values()) {
      const { about, target, withheld } = forwarding;
      const { event, uuid, file } = about;
      const queue = this.#queues.get(target);
      if (file === undefined || queue === undefined) continue;
      this.#failed.settle(owedKey(about, about.target.kept)); // pressed twice, it is sent once
      const delivered = queue.addStored({ event, uuid, file, withheld, isResent: true });
      void this.#resending.during(this.#pending.during(this.#reported(delivered, { ...forwarding, isResent: true })));
      resent += 1;
    }
    return { resent, resending, unrecorded: this.#failed.count, isPaused: this.#isPaused };
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
      load: (stored) => loadAgain(stored, (places) => this.#sayLeftOut(target, places, stored)),
      notify: (notice) =>
        this.#tell(
          notice.kind === "dropped"
            ? { kind: "dropped", target: this.#named(target), total: notice.dropped }
            : { kind: "waiting", target: this.#named(target) },
        ),
    });
  }

  #forward(
    recorded: RecordedEvent,
    takers: readonly Target[],
    number: number,
    { isResent } = { isResent: false },
  ): Promise<QueueOutcome>[] {
    const { received, fixture, file } = recorded;
    const outgoing = outgoingFromReceived(received, fixture, file);
    const withheld = withheldHeaders(received, fixture);
    const about = { number, event: fixture.event, uuid: toldUuid(recorded), file };
    const taking = [...this.#queues].filter(([target]) => takers.includes(target));
    return taking.map(([target, queue]) => {
      const forwarding = { about: { ...about, target: this.#named(target) }, target, withheld, isResent };
      return this.#pending.during(this.#reported(queue.add(outgoing, withheld), forwarding));
    });
  }

  /** Once for each target. */
  #sayLeftOut({ name }: Target, places: readonly string[], { isResent = false }: StoredEvent): void {
    if (this.#saidLeftOut.has(name)) return;
    this.#saidLeftOut.add(name);
    this.#tell({ kind: "warning", about: "left out", target: name, places, isResent });
  }

  /** Is given no event, so that none is kept in memory by what waits for its end. */
  async #reported(delivered: Promise<QueueOutcome>, forwarding: Forwarding): Promise<QueueOutcome> {
    const outcome = await delivered.catch(unreadable);
    const { about, isResent } = forwarding;
    if (outcome.outcome === "undelivered") {
      // What was sent before is owed only if it failed then, which was told.
      if (!isResent) this.#tell({ kind: "undelivered", ...about, wasSent: outcome.wasSent });
    } else if (outcome.outcome !== "dropped") this.#attempted(forwarding, attemptOf(outcome));
    return outcome;
  }

  #attempted(forwarding: Forwarding, attempt: Attempt): void {
    const { about } = forwarding;
    const key = owedKey(about, about.target.kept);
    if (attempt.outcome === "accepted") this.#failed.settle(key);
    else this.#failed.owe(key, forwarding);
    this.#tell({ kind: "delivery", ...about, attempt });
  }
}

/** One event on its way to one target; `withheld`: headers that its file does not hold. */
interface Forwarding {
  about: Omit<UndeliveredNotice, "kind" | "wasSent">;
  target: Target;
  withheld: HeaderList;
  isResent: boolean;
}

export interface ResentDeliveries {
  resent: number;
  /** Those that are still on their way from before. */
  resending: number;
  /** Failed deliveries that cannot be made again: their events are in no file. */
  unrecorded: number;
  isPaused: boolean;
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
