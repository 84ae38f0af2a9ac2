import { appendFileSync, readFileSync } from "node:fs";

/** The settings, and what appends to their report. `starts` counts the starts so far, this one included. */
export function openReport(settingsFile, argv) {
  const settings = JSON.parse(readFileSync(settingsFile, "utf8"));
  const report = (what, facts = {}) =>
    appendFileSync(settings.report, `${JSON.stringify({ what, at: Date.now(), pid: process.pid, ...facts })}\n`);
  report("started", { argv, env: process.env });
  const starts = readFileSync(settings.report, "utf8")
    .split("\n")
    .filter((line) => line.includes('"what":"started"'));
  return { settings, report, starts: starts.length };
}
