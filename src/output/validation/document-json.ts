import { jsonLine } from "../printable.ts";
import type { CheckedDocument } from "./checked-document.ts";

/** The line of `--json` for a document: a public contract, field by field. */
export function documentJson({ name, file, event, valid, issues, isCut }: CheckedDocument): string {
  const told = issues.map(({ severity, kind, path, line, column, found, documented, advice, message }) => {
    return { severity, kind, path, line, column, found, documented, advice, message };
  });
  return jsonLine({ name, file, event, valid, issues: told, ...(isCut && { more: true }) });
}
