import type { Target } from "../../delivery/index.ts";
import type { EventPatterns } from "../../events/index.ts";
import type { RecordedEvent } from "./recording/recorder.ts";

/** What is to become of an event beside being recorded. */
export interface Decision {
  isShown: boolean;
  /** Who gets it: none where it is not shown, or is no JSON. */
  takers: readonly Target[];
}

/** Which events are shown and forwarded; a user may change that while the session runs. */
export class EventFilter {
  events: EventPatterns;
  readonly #targets: readonly Target[];

  constructor(events: EventPatterns, targets: readonly Target[]) {
    this.events = events;
    this.#targets = targets;
  }

  decide({ fixture: { event }, received }: RecordedEvent): Decision {
    const isShown = this.events.matches(event);
    const isForwarded = isShown && received.parsed !== false;
    return { isShown, takers: isForwarded ? this.#targets.filter(({ patterns }) => patterns.matches(event)) : [] };
  }
}
