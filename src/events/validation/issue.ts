/** One thing that validating found in a payload. */
export interface Issue {
  /** A note does not make a payload invalid: AppDirect adds fields and words. With `strict` there are none. */
  severity: "error" | "note";
  kind: IssueKind;
  /** The place as a payload path, `resource.content.status`; empty for the payload as a whole. */
  path: string;
  /** What stands there: `the number 7`, `nothing`. */
  found: string;
  /** What AppDirect documents: `text, or null`, `one of ACTIVE, INACTIVE`. */
  documented: string;
  /** What to do, or what was probably meant; a sentence. */
  advice?: string;
}

export type IssueKind =
  /** A value of another type, or one that its type does not allow. */
  | "wrong value"
  /** A documented field is not there. */
  | "missing"
  /** A field that is not documented. */
  | "unknown field"
  /** A word that is not among the documented ones. */
  | "unknown word"
  /** The payload as a whole is not a webhook of AppDirect's. */
  | "no webhook";

/** `found the number 7; documented: text. Write it as text: "7".` */
export function issueSentence({ kind, found, documented, advice }: Issue): string {
  const what = kind === "missing" ? "missing" : `found ${found}`;
  return [`${what}; documented: ${documented}.`, advice].filter((part) => part !== undefined).join(" ");
}
