import type { EventPatterns } from "./every-event.ts";

// What knows the events is loaded when patterns are given: most starts have none.

/** As `parsePatterns`. */
export async function readPatterns(text: string): Promise<EventPatterns> {
  return (await import("./patterns.ts")).parsePatterns(text);
}

/** As `joinPatterns`. */
export async function readTogether(all: readonly EventPatterns[]): Promise<EventPatterns> {
  return (await import("./patterns.ts")).joinPatterns(all);
}
