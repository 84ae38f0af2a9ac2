/** One thing that validating found in a payload. */
export interface Issue {
  /** A note does not make a payload invalid: AppDirect adds fields and values. With `strict` there are no notes. */
  severity: "error" | "note";
  kind: IssueKind;
  /** The place as a payload path, `resource.content.status`; empty for the payload as a whole. */
  path: string;
  /** The value there: `the number 7`, `nothing`. */
  found: string;
  /** What AppDirect documents: `text, or null`, `one of ACTIVE, INACTIVE`. */
  documented: string;
  /** What to do, or the value that was probably meant; a sentence. */
  advice?: string;
}

export type IssueKind =
  /** A value of another type, or one that its type does not allow. */
  | "wrong value"
  /** A documented field is missing. */
  | "missing"
  /** A field that is not documented. */
  | "unknown field"
  /** A value that is not among the documented ones. */
  | "unknown word"
  /** The payload is not an AppDirect webhook. */
  | "no webhook";

/** `found the number 7; documented: text. Write it as text: "7".` */
export function issueSentence({ kind, found, documented, advice }: Issue): string {
  const what = kind === "missing" ? "missing" : `found ${found}`;
  return [`${what}; documented: ${documented}.`, advice].filter((part) => part !== undefined).join(" ");
}
