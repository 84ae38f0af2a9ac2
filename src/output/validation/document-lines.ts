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
  const lines = gathered(issues).map((issue) => issueLines(issue, document, { theme, width }));
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

/** Of fields that one object leaves out and that may be null, one line: a payload written by hand lacks many. */
function gathered(issues: readonly PlacedIssue[]): PlacedIssue[] {
  const leftOut = new Map<string, string[]>();
  for (const { path } of issues.filter(isLeftOut)) {
    const { parent, name } = partsOf(path);
    leftOut.set(parent, [...(leftOut.get(parent) ?? []), name]);
  }
  return issues.flatMap((issue) => {
    const { parent, name } = partsOf(issue.path);
    const names = isLeftOut(issue) ? (leftOut.get(parent) ?? []) : [];
    if (names.length < 2) return [issue];
    if (names[0] !== name) return [];
    return [
      {
        ...issue,
        path: parent,
        message: `missing (documented as null if there is no value): ${names.join(", ")}.`,
      },
    ];
  });
}

const isLeftOut = ({ kind, severity }: PlacedIssue) => kind === "missing" && severity === "note";

/** `resource.content` and `title` of `resource.content.title`. */
function partsOf(path: string): { parent: string; name: string } {
  const at = path.lastIndexOf(".");
  return { parent: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
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
