import type { ViewSurroundings } from "./view.ts";

/** What stands in front of the lines below an event: as wide as its time. */
export const indent = " ".repeat(10);

/** Characters that a line of an event takes at most: longer ones are hard to read. */
export function lineWidth({ width, verbose }: Pick<ViewSurroundings, "width" | "verbose">): number {
  return verbose ? width() : Math.min(width(), widestLine);
}

const widestLine = 120;
