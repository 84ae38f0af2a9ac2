import type { Clock } from "../../clock.ts";
import { secondsText } from "../../duration.ts";
import { whenAborted } from "../../waiting.ts";
import type { Decision } from "./filter.ts";
import type { Ending } from "./options.ts";
import type { RecordedEvent } from "./recording/recorder.ts";

export interface EndingWatch {
  /** Looks whether this event ends the session; a repeat, or one that is not shown, is none of those that are counted. */
  took(recorded: RecordedEvent, decision: Decision): void;
  /** From now on the signal counts. */
  begin(): void;
  /** From now on the time runs: events can come. */
  ready(): void;
  /** Ends the session with what went wrong. */
  fail(cause: unknown): void;
  /** Aborts when it is to end. */
  over: AbortSignal;
  /** Resolves when the session is to end. */
  reached: Promise<EndReason>;
}

export interface EndReason {
  /** By Ctrl-C or a request to end, rather than by itself. */
  interrupted: boolean;
  /** What was awaited and did not come in time, in a sentence. */
  missing?: string;
  /** What went wrong. */
  failure?: { cause: unknown };
}

/** Watches for what ends a session: the signal, so many events, an event, a time. */
export function watchEnding(ending: Ending, clock: Clock, signal: AbortSignal): EndingWatch {
  let events = 0;
  let end: (reached: EndReason) => void = () => undefined;
  const reached = new Promise<EndReason>((resolve) => (end = resolve));
  const over = new AbortController();
  void reached.then(() => over.abort());
  const { afterMs } = ending;
  return {
    reached,
    over: over.signal,
    begin: () => void whenAborted(signal, () => end({ interrupted: true })),
    fail: (cause) => end({ interrupted: false, failure: { cause } }),
    ready() {
      if (afterMs === undefined) return;
      const timeIsUp = () => end({ interrupted: false, ...missing(ending, events, afterMs) });
      void clock.sleep(afterMs, over.signal).then(timeIsUp);
    },
    took({ fixture, times }, { isShown }) {
      if (isShown && times === 1) events += 1;
      if (ending.count !== undefined && events >= ending.count) end({ interrupted: false });
      if (ending.untilEvent?.matches(fixture.event) === true) end({ interrupted: false });
    },
  };
}

function missing(ending: Ending, events: number, afterMs: number): { missing?: string } {
  const within = `within ${secondsText(afterMs)} (--for)`;
  if (ending.untilEvent !== undefined) return { missing: `No ${ending.untilEvent.text} came ${within}.` };
  if (ending.count === undefined) return {};
  return { missing: `${events} of ${ending.count} events came ${within}.` };
}
