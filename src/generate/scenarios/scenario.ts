/** A life cycle, told as the events that it sends. */
export interface Scenario {
  steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  /** `order.changed` */
  event: string;
  /** Milliseconds since the step before: at least and at most. */
  afterMs: readonly [least: number, most: number];
}
