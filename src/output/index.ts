export { catalogDetails, type CatalogDetails } from "./catalog/details.ts";
export { eventList, eventListLegend } from "./catalog/event-list.ts";
export { catalogEventJson, catalogEventDetailsJson, catalogResourceJson } from "./catalog/json.ts";
export { columns, hanging, wrapped } from "./columns.ts";
export { demoEnding, demoEndJson, demoJsonView, demoView, type DemoView } from "./demo-view.ts";
export { doctorSummary, findingJson, findingLines } from "./doctor-view.ts";
export { errorView } from "./error-view.ts";
export { keptTunnelFacts, keptTunnelLines } from "./kept-tunnel-view.ts";
export { keysHelp, keysLines, resentLines, type KeyName } from "./keys.ts";
export type { Case, Report } from "./reports/report.ts";
export { type ReportName, reports } from "./reports/table.ts";
export type { CheckedDocument, PlacedIssue } from "./validation/checked-document.ts";
export { documentCase } from "./validation/document-case.ts";
export { documentJson } from "./validation/document-json.ts";
export { documentLines } from "./validation/document-lines.ts";
export { validationSummary } from "./validation/summary.ts";
export { commandBeside, shellLines } from "./shell-lines.ts";
export { othersAre } from "./left-out.ts";
export { unreadText } from "./views/unread.ts";
export { views, type FormatName } from "./views/table.ts";
export { urgentText } from "./views/urgent.ts";
export type { View, ViewOutput } from "./views/view.ts";
export { jsonLine, printable, printableJson } from "./printable.ts";
export { countText, listText, megabytesText, nounFor, numberText, sizeText, timeText } from "./quantities.ts";
export { progressLine } from "./replay/progress.ts";
export {
  replayedJson,
  replayedLine,
  replayEndJson,
  replayRemark,
  replaySummary,
  retryingJson,
  retryingLine,
} from "./replay/view.ts";
export { simulateJsonView } from "./simulate/json.ts";
export type { SimulateOutput, SimulateView } from "./simulate/surroundings.ts";
export { simulateView } from "./simulate/view.ts";
export { warningText } from "./warnings.ts";
export { createTheme, plainTheme, type Theme } from "./theme.ts";
