import type { Place } from "./edit.ts";
import { itemSpans, memberSpans, rootSpan, type Span } from "./spans.ts";

/** What stands at a place of a JSON text, as it is written there; nothing where there is no such place. */
export function textAt(text: string, place: Place): string | undefined {
  const there = spanAt(text, place);
  return there && text.slice(there.start, there.end);
}

/** The same as where it stands in the text. */
export function spanAt(text: string, place: Place): Span | undefined {
  let there: Span | undefined = rootSpan(text);
  for (const step of place) {
    there = partAt(text, there, step);
    if (there === undefined) return undefined;
  }
  return there;
}

/** Where the items of the list stand that a JSON text is. */
export function itemSpansOf(text: string): Span[] {
  return [...itemSpans(text, rootSpan(text))];
}

/** The members of an object as they are written; of a repeated key the last, as JSON.parse has it. */
export function textMembers(text: string): Map<string, string> {
  const members = memberSpans(text, rootSpan(text));
  return new Map(Array.from(members, ({ key, start, end }) => [key, text.slice(start, end)]));
}

/** The items of a list as they are written. */
export function textItems(text: string): string[] {
  return Array.from(itemSpans(text, rootSpan(text)), ({ start, end }) => text.slice(start, end));
}

function partAt(text: string, there: Span, step: string | number): Span | undefined {
  if (typeof step === "number") {
    if (text[there.start] !== "[") return undefined;
    return [...itemSpans(text, there)][step];
  }
  if (text[there.start] !== "{") return undefined;
  return [...memberSpans(text, there)].findLast(({ key }) => key === step);
}
