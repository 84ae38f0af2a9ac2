import { printable } from "../printable.ts";
import type { Case } from "../reports/report.ts";
import type { CheckedDocument } from "./checked-document.ts";

/** A document as reports tell of it; `file` is how they name its file. */
export function documentCase({ name, event, issues, isCut }: CheckedDocument, file: string | undefined): Case {
  const problems = issues.map(({ severity, path, line, column, message }) => ({
    severity,
    title: printable(path === "" ? "payload" : path),
    message: printable(message),
    ...(line !== undefined && { line, column: column ?? 1 }),
  }));
  const more = { severity: "note", title: "payload", message: "There are more." } as const;
  return {
    name: printable(name),
    group: event === undefined ? "unknown" : printable(event),
    ...(file !== undefined && { file: printable(file) }),
    problems: isCut ? [...problems, more] : problems,
  };
}
