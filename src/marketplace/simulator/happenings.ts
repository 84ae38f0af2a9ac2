import type { Clock } from "../../clock.ts";
import { expandPatterns, type EventPatterns } from "../../events/index.ts";
import { generateEvents, generateScenario, longestScenarioMs, type GeneratedEvent } from "../../generate/index.ts";
import type { Random } from "../../random.ts";
import { happenedAt, type Happening } from "./marketplace.ts";

/** What happens on a marketplace. */
export interface HappeningsOptions {
  /** Life cycles, in turn. */
  scenarios: readonly string[];
  /** Of these only the events that match; where there are no scenarios, those events. */
  events: EventPatterns;
  marketplaceUrl: string;
}

/** Without end, each made when it is taken and happened then. */
export async function* happenings(
  { scenarios, events, marketplaceUrl }: HappeningsOptions,
  { clock, random }: { clock: Clock; random: Random },
): AsyncGenerator<Happening> {
  for (;;) {
    for (const name of scenarios.length === 0 ? [undefined] : scenarios) {
      for (const { event, payload } of await round(name)) {
        if (events.matches(event)) yield { event, payload: happenedAt(payload, clock.now()) };
      }
    }
  }

  /** Begun so long ago that nothing in it lies in the future. */
  async function round(name: string | undefined): Promise<Iterable<GeneratedEvent>> {
    const now = clock.now();
    if (name === undefined) return generateEvents(expandPatterns([events.text]), { random, at: now, marketplaceUrl });
    const at = new Date(now.getTime() - (await longestScenarioMs(name, 1)));
    return generateScenario(name, { random, at, marketplaceUrl });
  }
}
