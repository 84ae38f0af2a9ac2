import { expandPatterns, type EventPatterns } from "../../events/index.ts";
import { scenarioEvents, scenarioNames, type ScenarioName } from "../../generate/index.ts";
import type { SimulateOptions } from "../../sessions/simulate/index.ts";
import { nothingHappens } from "../sentences/simulating.ts";

interface Asked {
  scenarios: readonly ScenarioName[];
  /** Every event where nothing was asked for. */
  events: EventPatterns;
}

/**
 * The scenarios, all where nothing was named; without any, the events that were named. Throws `HooksError`
 * NOTHING_SELECTED where the events leave nothing of the scenarios, and UNKNOWN_EVENT.
 */
export async function whatHappens({
  scenarios,
  events,
}: Asked): Promise<Pick<SimulateOptions, "scenarios" | "events">> {
  if (scenarios.length === 0 && events.text === "*") return { scenarios: scenarioNames, events };
  if (scenarios.length === 0) expandPatterns([events.text]);
  else if (!(await eventsIn(scenarios)).some((event) => events.matches(event)))
    throw nothingHappens(events.text, scenarios);
  return { scenarios, events };
}

async function eventsIn(scenarios: readonly ScenarioName[]): Promise<string[]> {
  return (await Promise.all([...new Set(scenarios)].map(scenarioEvents))).flat();
}
