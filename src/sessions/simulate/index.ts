export { simulate } from "./simulate.ts";
export type {
  SimulateEndNotice,
  SimulateNotice,
  SimulateOptions,
  SimulateReadyNotice,
  SimulateResult,
} from "./options.ts";
