import type { Duration } from "../../duration.ts";
import type { StoryChange } from "../../events/index.ts";

/** A life cycle, told as the events that it sends. */
export interface Scenario {
  steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  /** `order.changed` */
  event: string;
  /** Since the step before: `30d`, or from as little to as much, by seed; some seconds unless said. */
  after?: Duration | readonly [least: Duration, most: Duration];
  /** What has happened for it; for an `added` event what its resource says, unless said. */
  change?: StoryChange;
}
