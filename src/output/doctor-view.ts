import type { Finding } from "../doctor/index.ts";
import { besideOrBelow, wrapped } from "./columns.ts";
import { jsonLine, printable } from "./printable.ts";
import { countText } from "./quantities.ts";
import type { Theme } from "./theme.ts";

export interface DoctorViewSurroundings {
  theme: Theme;
  /** Of the longest name of a check. */
  nameWidth: number;
  /** Characters a line holds. */
  width: number;
}

/** `✖ port 7844     Neither TCP nor UDP gets through to Cloudflare.`, and below it how to fix that. */
export function findingLines(finding: Finding, { theme, nameWidth, width }: DoctorViewSurroundings): string {
  const { check, state, message, mend = [] } = finding;
  const name = `${marks[state](theme)} ${check}`;
  const text = printable(message);
  const lines = besideOrBelow(name, state === "skipped" ? theme.faint(text) : text, nameWidth + 2, width);
  return [...lines, ...mend.flatMap((line) => mendLines(line, width)), ""].join("\n");
}

const indent = " ".repeat(4);

/** What is to be typed stays on its line, to be copied. */
function mendLines(line: string, width: number): string[] {
  const text = printable(line);
  const lines = text.startsWith(" ") ? [text] : wrapped(text, width - indent.length);
  return lines.map((one) => `${indent}${one}`);
}

const marks = {
  ok: (theme) => theme.good("✓"),
  note: (theme) => theme.careful("!"),
  failure: (theme) => theme.bad("✖"),
  skipped: (theme) => theme.faint("-"),
} satisfies Record<Finding["state"], (theme: Theme) => string>;

export function findingJson({ check, state, message, mend = [] }: Finding): string {
  return jsonLine({ check, state, message, mend });
}

/** `No problems found.`, or how much is not. */
export function doctorSummary({ failures, notes }: { failures: number; notes: number }): string {
  const parts = [
    ...(failures > 0 ? [countText(failures, "failure")] : []),
    ...(notes > 0 ? [countText(notes, "note")] : []),
  ];
  return parts.length === 0 ? "No problems found.\n" : `${parts.join(", ")}.\n`;
}
