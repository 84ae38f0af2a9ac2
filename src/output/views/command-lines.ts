import type { Attempt, PrintedText } from "../../delivery/index.ts";
import type { DeliveryNotice } from "../../sessions/index.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";

/** What the target printed, where it prints: then that stands below, and not beside the duration. */
export function printedBy({ attempt }: DeliveryNotice): PrintedText | undefined {
  return attempt.outcome === "failed" ? attempt.printed : attempt.words.printed;
}

/** The same attempt as one that said nothing. */
export function silent(attempt: Attempt): Attempt {
  if (attempt.outcome === "failed") return { ...attempt, lastWords: undefined };
  return { ...attempt, words: { ...attempt.words, said: "" } };
}

const mostLines = 6;
const mostVerbose = 200;

/** The last lines of its standard output, then those of its standard error. */
export function printedLines({ output, errorOutput }: PrintedText, { verbose }: { verbose: boolean }): string[] {
  const most = verbose ? mostVerbose : mostLines;
  const [printed, errors] = [linesOf(output), linesOf(errorOutput)];
  const ofErrors = Math.min(errors.length, Math.max(most - printed.length, most / 2)); // half is theirs in any case
  const ofPrinted = Math.min(printed.length, most - ofErrors);
  const left = printed.length + errors.length - ofErrors - ofPrinted;
  const above = `… ${countText(left, "more line")}${verbose ? "" : " (-v shows them)"}`;
  return [
    ...(left > 0 ? [above] : []),
    ...printed.slice(printed.length - ofPrinted),
    ...errors.slice(errors.length - ofErrors),
  ];
}

function linesOf(text: string): string[] {
  if (text.trim() === "") return [];
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => printable(line).slice(0, 200));
}
