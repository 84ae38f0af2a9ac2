import { setMaxListeners } from "node:events";
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
  readonly #closed = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `timeoutMs` 0 waits for ever. */
  start({ timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }): Deadline {
    if (timeoutMs === 0) return new RunningDeadline(this.#clock.elapsed(), undefined, signal);
    const { lane, isNew } = this.#laneOf(timeoutMs);
    const deadline = new RunningDeadline(this.#clock.elapsed(), lane, signal);
    if (isNew) void this.#watch(lane, timeoutMs);
    return deadline;
  }

  /** Lets go of the clock. */
  close(): void {
    this.#closed.abort();
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

class RunningDeadline implements Deadline {
  over: Deadline["over"];
  readonly startedAt: number;
  readonly #lane: Set<RunningDeadline> | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #cancel = () => this.end("cancelled");
  #listener: (() => void) | undefined;

  constructor(startedAt: number, lane: Set<RunningDeadline> | undefined, signal: AbortSignal | undefined) {
    this.startedAt = startedAt;
    this.#lane = lane;
    this.#signal = signal;
    lane?.add(this);
    if (signal?.aborted) this.end("cancelled");
    else if (signal !== undefined) this.#listenTo(signal);
  }

  onOver(listener: () => void): void {
    this.#listener = listener;
  }

  end(reason: "timed out" | "cancelled"): void {
    this.stop();
    this.over = reason;
    this.#listener?.();
  }

  #listenTo(signal: AbortSignal): void {
    // As many attempts as are in flight listen to it: Node would warn from eleven on.
    setMaxListeners(0, signal);
    signal.addEventListener("abort", this.#cancel);
  }

  /** The signal is a session's and outlives the attempt: its listener goes with the attempt. */
  stop(): void {
    this.#lane?.delete(this);
    this.#signal?.removeEventListener("abort", this.#cancel);
  }
}
