import type { ReadyNotice } from "../../sessions/index.ts";
import { printable } from "../printable.ts";

/** Each value stands alone on its line, where a double click takes it whole. */
export function toPasteLines({ toPaste }: ReadyNotice): string[] {
  return toPaste.flatMap(({ label, value }) => [
    "",
    `The ${label} for AppDirect's form, saved for this project:`,
    printable(value),
  ]);
}
