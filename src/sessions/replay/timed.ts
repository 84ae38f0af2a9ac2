import type { Clock } from "../../clock.ts";
import type { Timing } from "./options.ts";
import type { Sending } from "./sendings.ts";

/**
 * Each at the moment when it is due, which is reckoned from the first one: what was held up does not shift the others,
 * so that the latency of those that were late counts from when they were due.
 */
export async function* timed(
  events: AsyncIterable<Iterable<Sending>>,
  timing: Timing,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): AsyncGenerator<Iterable<Sending>> {
  const moments = "pace" in timing ? new RecordedMoments(timing.pace) : new EvenMoments(timing.perSecond);
  let began: number | undefined;
  for await (const sendings of events) {
    for (const sending of sendings) {
      began ??= clock.elapsed();
      const dueAt = began + moments.next(sending);
      const inMs = dueAt - clock.elapsed();
      if (inMs > 0) await clock.sleep(inMs, signal);
      if (signal.aborted) return;
      yield [{ ...sending, dueAt }];
    }
  }
}

class EvenMoments {
  readonly #perSecond: number;
  #count = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  next(): number {
    const moment = (this.#count * 1_000) / this.#perSecond;
    this.#count += 1;
    return moment;
  }
}

/** What was received earlier than one before it is due with that. */
class RecordedMoments {
  readonly #pace: number;
  #first: number | undefined;
  #latest = 0;

  constructor(pace: number) {
    this.#pace = pace;
  }

  next({ receivedAt }: Sending): number {
    if (Number.isFinite(receivedAt)) {
      this.#first ??= receivedAt;
      this.#latest = Math.max(this.#latest, receivedAt - this.#first);
    }
    return this.#latest / this.#pace;
  }
}
