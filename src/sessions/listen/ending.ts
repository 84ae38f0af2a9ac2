import type { Clock } from "../../clock.ts";
import { secondsText } from "../../duration.ts";
import { whenAborted } from "../../waiting.ts";
import type { Decision } from "./filter.ts";
import type { Ending } from "./options.ts";
import type { RecordedEvent } from "./recording/recorder.ts";

export interface EndReason {
  /** By Ctrl-C or a request to end, rather than by itself. */
  interrupted: boolean;
  /** What was awaited and did not come in time, in a sentence. */
  missing?: string;
  /** What went wrong. */
  failure?: { cause: unknown };
}

/** Watches for what ends a session: the signal, so many events, an event, a time. */
export class EndingWatch {
  /** Resolves when the session is to end. */
  readonly reached: Promise<EndReason>;
  readonly #ending: Ending;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #over = new AbortController();
  #end: (reason: EndReason) => void = () => undefined;
  #events = 0;

  constructor(ending: Ending, clock: Clock, signal: AbortSignal) {
    this.#ending = ending;
    this.#clock = clock;
    this.#signal = signal;
    this.reached = new Promise((resolve) => (this.#end = resolve));
    void this.reached.then(() => this.#over.abort());
  }

  /** Aborts when it is to end. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** From now on the signal counts. */
  begin(): void {
    whenAborted(this.#signal, () => this.#end({ interrupted: true }));
  }

  /** From now on the time runs: events can come. */
  ready(): void {
    const { afterMs } = this.#ending;
    if (afterMs === undefined) return;
    const timeIsUp = () => this.#end({ interrupted: false, ...missing(this.#ending, this.#events, afterMs) });
    void this.#clock.sleep(afterMs, this.over).then(timeIsUp);
  }

  /** Looks whether this event ends the session; a repeat, or one that is not shown, is none of those that are counted. */
  took({ fixture, times }: RecordedEvent, { isShown }: Decision): void {
    const { count, untilEvent } = this.#ending;
    if (isShown && times === 1) this.#events += 1;
    if (count !== undefined && this.#events >= count) this.#end({ interrupted: false });
    if (untilEvent?.matches(fixture.event) === true) this.#end({ interrupted: false });
  }

  /** Ends the session with what went wrong. */
  fail(cause: unknown): void {
    this.#end({ interrupted: false, failure: { cause } });
  }
}

function missing(ending: Ending, events: number, afterMs: number): { missing?: string } {
  const within = `within ${secondsText(afterMs)} (--for)`;
  if (ending.untilEvent !== undefined) return { missing: `No ${ending.untilEvent.text} came ${within}.` };
  if (ending.count === undefined) return {};
  return { missing: `${events} of ${ending.count} events came ${within}.` };
}
