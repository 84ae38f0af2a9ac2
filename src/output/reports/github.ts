import type { Case, Problem, Report } from "./report.ts";

/**
 * Annotations, a line each.
 * Source: docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(): Report {
  return { add: ({ problems, ...one }) => problems.map((problem) => annotation(problem, one)).join(""), end: () => "" };
}

function annotation(
  { severity, title, message, line, column }: Problem,
  { name, file }: Omit<Case, "problems">,
): string {
  const properties = Object.entries({
    file,
    line,
    col: column,
    title: file === undefined ? `${name}: ${title}` : title,
  });
  const given = properties.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`],
  );
  return `::${severity === "error" ? "error" : "notice"} ${given.join(",")}::${escapedMessage(message)}\n`;
}

function escapedMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
