import {
  Delivery,
  outgoingFromReceived,
  HeldBytes,
  isStored,
  placeBytes,
  type Attempt,
  type OutgoingEvent,
  type QueueOutcome,
  type StoredEvent,
  type Target,
  TargetQueue,
} from "../../delivery/index.ts";
import { withheldHeaders } from "../../fixtures/index.ts";
import type { Notice } from "../notice.ts";
import { OwedDeliveries, owedKey } from "../owed-deliveries.ts";
import type { Decision } from "./filter.ts";
import { attemptOf, Forwarding, loadAgain, type ForwardedEvent, type ForwardedTo } from "./forwarding.ts";
import { OutstandingWork } from "./outstanding-work.ts";
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
  readonly #rules: Pick<ListenOptions, "redact" | "keepSecrets">;
  readonly #held: HeldBytes;
  readonly #pending = new OutstandingWork();
  readonly #resending = new OutstandingWork();
  readonly #saidLeftOut = new Set<string>();
  readonly #failed = new OwedDeliveries<Forwarding>({ bytes: 4 * 1024 ** 2, bytesOf: placeBytes });
  #isPaused = false;
  #saidLeftOnDisk = false;
  #last: Forwardable | undefined;

  constructor(
    { targets, timeoutMs, skipVerify, trusted, redact, keepSecrets, heldLimits }: ListenOptions,
    { clock, env, processes }: ListenSurroundings,
    tell: (notice: Notice) => void,
  ) {
    this.#timeoutMs = timeoutMs;
    this.#rules = { redact, keepSecrets };
    this.#held = new HeldBytes(heldLimits);
    this.#tell = tell;
    this.#delivery = new Delivery({ clock, env, processes, skipVerify, trusted });
    this.#queues = new Map(targets.map((target) => [target, this.#queueTo(target, clock)]));
    this.#named = namedTargets(targets);
  }

  /** Hands the event to its takers. */
  forward(recorded: RecordedEvent, decision: Decision, number: number): void {
    this.#forward(this.#take(recorded, decision, number), { isResent: false });
  }

  /** The same; gives what becomes of it at each, in their order. */
  forwardAwaited(recorded: RecordedEvent, decision: Decision, number: number): Promise<QueueOutcome>[] {
    const { outgoing, event, takers } = this.#take(recorded, decision, number);
    if (outgoing === undefined) return [];
    return this.#queuesTo(takers).map(
      ([target, queue]) =>
        new Promise((resolve) => queue.add(this.#begin(event, { target, isResent: false, also: resolve }), outgoing)),
    );
  }

  /** Hands on once more what was shown last; its name, or undefined where nothing was. */
  forwardAgain(): string | undefined {
    if (this.#last === undefined) return undefined;
    this.#forward(this.#last, { isResent: true });
    return this.#last.event.event;
  }

  /** Hands on once more what failed and was not delivered later, each event to where it failed. */
  forwardFailed(): ResentDeliveries {
    let resent = 0;
    const resending = this.#resending.count;
    for (const failed of this.#failed.values()) {
      const { target } = failed;
      const queue = this.#queues.get(target);
      if (!isStored(failed) || queue === undefined) continue;
      this.#failed.settle(this.#keyOf(failed)); // pressed twice, it is sent once
      this.#resending.begin();
      const again = this.#begin(failed, { target, isResent: true, also: () => this.#resending.end() });
      if (isStored(again)) queue.addStored(again);
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
      held: this.#held,
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

  #take(recorded: RecordedEvent, { isShown, takers }: Decision, number: number): Forwardable {
    const { received, fixture, file } = recorded;
    const forwardable: Forwardable = {
      ...(takers.length > 0 && { outgoing: outgoingFromReceived(received, fixture, { file, ...this.#rules }) }),
      event: {
        number,
        event: fixture.event,
        uuid: toldUuid(recorded),
        file,
        withheld: withheldHeaders(received, fixture),
      },
      takers,
    };
    if (isShown) this.#last = forwardable;
    return forwardable;
  }

  #forward({ outgoing, event, takers }: Forwardable, { isResent }: { isResent: boolean }): void {
    if (outgoing === undefined) return;
    for (const [target, queue] of this.#queuesTo(takers)) queue.add(this.#begin(event, { target, isResent }), outgoing);
  }

  #queuesTo(takers: readonly Target[]): [Target, TargetQueue][] {
    return [...this.#queues].filter(([target]) => takers.includes(target));
  }

  #begin(event: ForwardedEvent, to: ForwardedTo): Forwarding {
    this.#pending.begin();
    return new Forwarding(event, to, this.#settled);
  }

  /** Once for each target. */
  #sayLeftOut({ name }: Target, places: readonly string[], { isResent = false }: StoredEvent): void {
    if (this.#saidLeftOut.has(name)) return;
    this.#saidLeftOut.add(name);
    this.#tell({ kind: "warning", about: "left out", target: name, places, isResent });
  }

  /** One for all, for each that waits has it. */
  readonly #settled = (forwarding: Forwarding, outcome: QueueOutcome): void => {
    switch (outcome.outcome) {
      case "dropped":
        break;
      case "left on disk":
        this.#leave(forwarding);
        break;
      case "undelivered":
        this.#tellUndelivered(forwarding, outcome.wasSent);
        break;
      default:
        this.#attempted(forwarding, attemptOf(outcome));
    }
    this.#pending.end();
  };

  /** What was sent before is owed only if it failed then, which was told. */
  #tellUndelivered(forwarding: Forwarding, wasSent: boolean): void {
    if (!forwarding.isResent) this.#tell({ kind: "undelivered", ...this.#told(forwarding), wasSent });
  }

  #leave(forwarding: Forwarding): void {
    this.#tellUndelivered(forwarding, false);
    if (this.#saidLeftOnDisk) return;
    this.#saidLeftOnDisk = true;
    const { name } = forwarding.target;
    this.#tell({ kind: "warning", about: "left on disk", target: name, waiting: this.pending() - 1 });
  }

  #attempted(forwarding: Forwarding, attempt: Attempt): void {
    const key = this.#keyOf(forwarding);
    if (attempt.outcome === "accepted") this.#failed.settle(key);
    else this.#failed.owe(key, forwarding);
    this.#tell({ kind: "delivery", ...this.#told(forwarding), attempt });
  }

  #told({ number, event, uuid, file, target }: Forwarding) {
    return { number, event, uuid, file, target: this.#named(target) };
  }

  #keyOf(forwarding: Forwarding): string {
    return owedKey(forwarding, this.#named(forwarding.target).kept);
  }
}

/** One event on its way to all who take it. */
interface Forwardable {
  /** Missing where nobody takes it. */
  outgoing?: OutgoingEvent;
  event: ForwardedEvent;
  takers: readonly Target[];
}

export interface ResentDeliveries {
  resent: number;
  /** Those that are still on their way from before. */
  resending: number;
  /** Failed deliveries that cannot be made again: their events are in no file. */
  unrecorded: number;
  isPaused: boolean;
}
