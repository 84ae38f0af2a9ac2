import type { Clock } from "../clock.ts";

/** What ends an attempt that does not end by itself. */
export interface Deadline {
  /** Why the attempt is over; undefined as long as it is not. */
  readonly over: "timed out" | "cancelled" | undefined;
  /** Is called when the attempt is over; a second one replaces the first. */
  onOver(listener: () => void): void;
  /** Nothing happens from then on. */
  stop(): void;
}

/**
 * One sleep serves all attempts with the same time-out, for they end in the order in which they began: a timer that
 * is made and cleared for each would cost more than sending the event.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #lanes = new Map<number, Set<RunningDeadline>>();
  readonly #ofSignal = new WeakMap<AbortSignal, Set<RunningDeadline>>();
  readonly #closed = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `timeoutMs` 0 waits for ever. */
  start({ timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }): Deadline {
    const cancelled = signal && this.#cancelledBy(signal);
    if (timeoutMs === 0) return new RunningDeadline(this.#clock.elapsed(), { cancelled });
    const { lane, isNew } = this.#laneOf(timeoutMs);
    const deadline = new RunningDeadline(this.#clock.elapsed(), { lane, cancelled });
    if (isNew) void this.#watch(lane, timeoutMs);
    return deadline;
  }

  /** Lets go of the clock and of the signals. */
  close(): void {
    this.#closed.abort();
  }

  /** The attempts that a signal cancels: it outlives them, and a listener for each would cost more than sending. */
  #cancelledBy(signal: AbortSignal): Set<RunningDeadline> | "at once" {
    if (signal.aborted) return "at once";
    const known = this.#ofSignal.get(signal);
    if (known !== undefined) return known;
    const cancelled = new Set<RunningDeadline>();
    this.#ofSignal.set(signal, cancelled);
    const cancel = () => {
      for (const one of cancelled) one.end("cancelled");
    };
    signal.addEventListener("abort", cancel, { once: true, signal: this.#closed.signal });
    return cancelled;
  }

  #laneOf(timeoutMs: number): { lane: Set<RunningDeadline>; isNew: boolean } {
    const known = this.#lanes.get(timeoutMs);
    const lane = known ?? new Set();
    this.#lanes.set(timeoutMs, lane);
    return { lane, isNew: known === undefined };
  }

  async #watch(lane: Set<RunningDeadline>, timeoutMs: number): Promise<void> {
    for (let [oldest] = lane; oldest !== undefined && !this.#closed.signal.aborted; [oldest] = lane) {
      await this.#clock.sleep(oldest.startedAt + timeoutMs - this.#clock.elapsed(), this.#closed.signal);
      for (const one of lane) {
        if (one.startedAt + timeoutMs > this.#clock.elapsed()) break;
        one.end("timed out");
      }
    }
    this.#lanes.delete(timeoutMs);
  }
}

interface DeadlineGroups {
  lane?: Set<RunningDeadline>;
  cancelled?: Set<RunningDeadline> | "at once";
}

class RunningDeadline implements Deadline {
  over: Deadline["over"];
  readonly startedAt: number;
  readonly #lane: Set<RunningDeadline> | undefined;
  readonly #cancelled: Set<RunningDeadline> | undefined;
  #listener: (() => void) | undefined;

  constructor(startedAt: number, { lane, cancelled }: DeadlineGroups) {
    this.startedAt = startedAt;
    if (cancelled === "at once") {
      this.over = "cancelled";
      return;
    }
    this.#lane = lane?.add(this);
    this.#cancelled = cancelled?.add(this);
  }

  onOver(listener: () => void): void {
    this.#listener = listener;
  }

  end(reason: "timed out" | "cancelled"): void {
    const listener = this.#listener;
    this.stop();
    this.over = reason;
    listener?.();
  }

  /** Lets go of the listener, and so of the event: a set that was grown holds what it held then until all memory is looked through. */
  stop(): void {
    this.#listener = undefined;
    this.#lane?.delete(this);
    this.#cancelled?.delete(this);
  }
}
