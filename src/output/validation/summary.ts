import { countText, numberText } from "../quantities.ts";
import { problemCount } from "./document-lines.ts";

export interface ValidationCounts {
  valid: number;
  invalid: number;
  /** Documents that could not be judged. */
  skipped: number;
  errors: number;
  notes: number;
}

/** `3 documents: 2 valid, 1 invalid (2 errors, 1 note).` */
export function validationSummary(counts: ValidationCounts): string {
  const { valid, invalid, skipped } = counts;
  const parts = [
    ...(valid > 0 ? [`${numberText(valid)} valid`] : []),
    ...(invalid > 0 ? [`${numberText(invalid)} invalid`] : []),
    ...(skipped > 0 ? [`${numberText(skipped)} not checked`] : []),
  ];
  const problems = problemCount(counts);
  return `${countText(valid + invalid + skipped, "document")}: ${parts.join(", ")}${problems === "" ? "" : ` (${problems})`}.\n`;
}
