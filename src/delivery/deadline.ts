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

export interface Deadlines {
  /** `timeoutMs` 0 waits for ever. */
  start(limits: { timeoutMs: number; signal?: AbortSignal }): Deadline;
  /** Lets go of the clock. */
  close(): void;
}

/**
 * One sleep serves all attempts with the same time-out, for they end in the order in which they began: a timer that
 * is made and cleared for each would cost more than sending the event.
 */
export function createDeadlines(clock: Clock): Deadlines {
  const lanes = new Map<number, Set<RunningDeadline>>();
  const closed = new AbortController();

  async function watch(lane: Set<RunningDeadline>, timeoutMs: number): Promise<void> {
    for (let [oldest] = lane; oldest !== undefined && !closed.signal.aborted; [oldest] = lane) {
      await clock.sleep(oldest.startedAt + timeoutMs - clock.elapsed(), closed.signal);
      for (const one of lane) {
        if (one.startedAt + timeoutMs > clock.elapsed()) break;
        one.end("timed out");
      }
    }
    lanes.delete(timeoutMs);
  }

  function laneOf(timeoutMs: number): { lane: Set<RunningDeadline>; isNew: boolean } {
    const known = lanes.get(timeoutMs);
    const lane = known ?? new Set();
    lanes.set(timeoutMs, lane);
    return { lane, isNew: known === undefined };
  }

  return {
    start({ timeoutMs, signal }) {
      if (timeoutMs === 0) return new RunningDeadline(clock.elapsed(), undefined, signal);
      const { lane, isNew } = laneOf(timeoutMs);
      const deadline = new RunningDeadline(clock.elapsed(), lane, signal);
      if (isNew) void watch(lane, timeoutMs);
      return deadline;
    },
    close: () => closed.abort(),
  };
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
