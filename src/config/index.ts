export { helpText } from "./help-text.ts";
export type { OptionDefinition, OptionGroup } from "./option.ts";
export {
  everywhereNames,
  flagOf,
  options,
  simulateVariableOf,
  variableOf,
  type EverywhereName,
  type OptionName,
  type OptionValues,
  type OwnOptions,
  type ValuesWith,
} from "./options.ts";
export { presenting, presentingNames } from "./presenting.ts";
export type { Provenance } from "./provenance.ts";
export type { ReportRequest } from "./report-values.ts";
export { resolveOptions, type ResolvedOptions } from "./resolve.ts";
export { commandOptions, type CommandOption } from "./command-option.ts";
export { withoutSecrets } from "./secret-variables.ts";
export { openSources, type OpenedSource } from "./sources/table.ts";
export { yesOrNo } from "./yes-or-no.ts";
