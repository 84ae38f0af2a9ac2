import { cutStart, padded, textWidth } from "../columns.ts";
import type { Theme } from "../theme.ts";

/** A named thing of one line or more. */
export interface Row {
  label: string;
  /** Each of at most `room` characters. */
  lines(room: number): string[];
  /** Lines that `lines` leaves out at the end. */
  more?: number;
}

export interface RowSpace {
  theme: Theme;
  /** Characters a line may take. */
  room: number;
  /** Lines that all rows together may take. */
  most: number;
}

/** Rows below each other, their labels in one column; a row that does not fit whole ends the list. */
export function rowLines(rows: readonly Row[], { theme, room, most }: RowSpace): string[] {
  const widest = Math.min(longestLabel, Math.max(0, ...rows.slice(0, most).map(({ label }) => textWidth(label))));
  const lines: string[] = [];
  for (const { label, lines: linesOf, more = 0 } of rows) {
    const left = most - lines.length;
    if (left <= 0) break;
    const own = folded(linesOf(Math.max(10, room - widest - 2)), { more, most: left, theme });
    const labels = own.map((_, index) => (index === 0 ? cutStart(label, widest) : ""));
    const margin = widest === 0 ? "" : "  ";
    lines.push(...own.map((line, index) => `${theme.faint(padded(labels[index] ?? "", widest))}${margin}${line}`));
  }
  return lines;
}

/** Characters of a path that stands in front of its value. */
const longestLabel = 24;

function folded(
  lines: readonly string[],
  { more, most, theme }: { more: number; most: number; theme: Theme },
): string[] {
  const all = lines.length + more;
  if (all <= most) return [...lines];
  const shown = lines.slice(0, Math.max(0, most - 1));
  return [...shown, theme.faint(`… ${all - shown.length} more`)];
}
