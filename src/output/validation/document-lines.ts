import { hanging, wrapped } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";
import type { Theme } from "../theme.ts";
import type { CheckedDocument, PlacedIssue } from "./checked-document.ts";

/** `✖ fixtures/b.json  user.added  2 errors, 1 note`, and below it each issue; `width` is what a line holds. */
export function documentLines(document: CheckedDocument, { theme, width }: { theme: Theme; width: number }): string {
  const { name, event, valid, issues, isCut } = document;
  const mark = valid ? theme.good("✓") : theme.bad("✖");
  const count = countOf(issues);
  const parts = [printable(name), ...(event === undefined ? [] : [theme.strong(printable(event))])];
  const head = `${mark} ${[...parts, ...(count === "" ? [] : [count])].join("  ")}`;
  const more = isCut ? [`  … and more: the first ${issues.length} are shown.`] : [];
  const lines = issues.map((issue) => issueLines(issue, document, { theme, width }));
  return [hanging(head, width), ...lines, ...more, ""].join("\n");
}

function countOf(issues: readonly PlacedIssue[]): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  return problemCount({ errors, notes: issues.length - errors });
}

/** `2 errors, 1 note`; empty where there are none. */
export function problemCount({ errors, notes }: { errors: number; notes: number }): string {
  const parts = [...(errors > 0 ? [countText(errors, "error")] : []), ...(notes > 0 ? [countText(notes, "note")] : [])];
  return parts.join(", ");
}

const indent = " ".repeat(4);

function issueLines(
  issue: PlacedIssue,
  { source }: CheckedDocument,
  { theme, width }: { theme: Theme; width: number },
): string {
  const mark = issue.severity === "error" ? theme.bad("✖") : theme.careful("!");
  const place =
    issue.line === undefined ? [] : [theme.faint(printable(`${source}:${issue.line}:${issue.column ?? 1}`))];
  const where = [...place, ...(issue.path === "" ? [] : [theme.name(printable(issue.path))])];
  const text = `${where.length === 0 ? "" : `${where.join(" ")}: `}${printable(issue.message)}`;
  return `  ${mark} ${wrapped(text, width - indent.length).join(`\n${indent}`)}`;
}
