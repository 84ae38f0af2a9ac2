export type { OptionDefinition, OptionGroup } from "./option.ts";
export {
  everywhereNames,
  flagOf,
  options,
  variableOf,
  type EverywhereName,
  type OptionName,
  type OptionValues,
} from "./options.ts";
export { presentingGroup, presentingHelp, presentingNames } from "./presenting.ts";
export { resolveOptions, type Origin, type Resolved } from "./resolve.ts";
