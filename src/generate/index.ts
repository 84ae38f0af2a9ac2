export { altered } from "./altered.ts";
export {
  defaultMarketplaceUrl,
  defaultSeededTime,
  type GeneratedEvent,
  generateEvents,
  type GenerateOptions,
} from "./generate.ts";
export { readSampleOptions, type SampleOptions } from "./sample-options.ts";
export { generateScenario, longestScenarioMs, scenarioEvents } from "./scenarios/index.ts";
export { scenarioNames, type ScenarioName } from "./scenarios/names.ts";
