import type { Issue, IssueKind } from "../../events/index.ts";

/** A document as it was judged. */
export interface CheckedDocument {
  /** What to call it: `fixtures/a.json`, `standard input, line 3`. */
  name: string;
  /** What its places are counted in: `fixtures/a.json`, `standard input`. */
  source: string;
  /** Absolute; missing for what came over standard input. */
  file?: string;
  /** Missing where nothing of it could be read. */
  event?: string;
  valid: boolean;
  issues: readonly PlacedIssue[];
  /** whether there are more issues than these. */
  isCut: boolean;
}

/** An issue, with where it stands in its source, counted from 1, as far as that is known. */
export interface PlacedIssue extends Omit<Issue, "kind"> {
  kind: IssueKind | "not JSON" | "no fixture";
  line?: number;
  column?: number;
  /** All of it in a sentence or two, without its place. */
  message: string;
}
