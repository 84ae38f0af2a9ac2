export {
  defaultMarketplaceUrl,
  defaultSeededTime,
  type GeneratedEvent,
  generateEvents,
  type GenerateOptions,
} from "./generate.ts";
export { generatePayload } from "./payload.ts";
export { generateScenario, longestScenarioMs } from "./scenarios/index.ts";
export { type ScenarioName, scenarios } from "./scenarios/table.ts";
