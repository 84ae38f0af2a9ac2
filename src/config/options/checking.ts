import { reports } from "../../output/reports/table.ts";
import { joinedOption, switchOption } from "../option.ts";
import { reportRequests } from "../report-values.ts";

const reportForms = Object.entries(reports).map(([name, { takesFile }]) => (takesFile ? `${name}=<file>` : name));

/** What checks payloads, and reports on them. */
export const checking = {
  strict: switchOption({
    flag: "--strict",
    help: "treat notes as errors: fields and values that are not documented",
    group: "Checking",
    setting: false,
    default: false,
  }),
  report: joinedOption({
    flag: "--report <report>",
    help: `write a report for another program: ${reportForms.join(", ")}; repeatable`,
    group: "Checking",
    type: reportRequests,
    setting: false,
    none: [],
    whole: (requests) => requests.flat(),
  }),
};
