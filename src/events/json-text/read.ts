import type { Place } from "./edit.ts";
import { itemSpans, memberSpans, rootSpan, type Span } from "./spans.ts";

/** What stands at a place of a JSON text, as it is written there; nothing where there is no such place. */
export function textAt(text: string, place: Place): string | undefined {
  let there: Span | undefined = rootSpan(text);
  for (const step of place) {
    there = partAt(text, there, step);
    if (there === undefined) return undefined;
  }
  return text.slice(there.start, there.end);
}

function partAt(text: string, there: Span, step: string | number): Span | undefined {
  if (typeof step === "number") {
    if (text[there.start] !== "[") return undefined;
    return [...itemSpans(text, there)][step];
  }
  if (text[there.start] !== "{") return undefined;
  return [...memberSpans(text, there)].findLast(({ key }) => key === step);
}
