import type { LabelledValue } from "../../authentication/index.ts";
import { printable } from "../printable.ts";

/** Each value stands alone on its line, where a double click takes it whole. */
export function toPasteLines(toPaste: readonly LabelledValue[]): string[] {
  return toPaste.flatMap(({ label, value, isCredential }) => [
    "",
    `The ${label} for AppDirect's form${isCredential ? ", saved for this project" : ""}:`,
    printable(value),
  ]);
}
