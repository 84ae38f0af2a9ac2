import type { DeliveryNotice } from "../../sessions/index.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";

type Exited = Extract<DeliveryNotice["attempt"], { outcome: "exited" }>;

/** The same command as one that printed nothing, for a line above what it printed. */
export function silent(attempt: Exited): Exited {
  return { ...attempt, output: "", errorOutput: "" };
}

const mostLines = 6;
const mostVerbose = 200;

/** What a command printed: the last lines of its standard output, then those of its standard error. */
export function commandLines({ output, errorOutput }: Exited, { verbose }: { verbose: boolean }): string[] {
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
