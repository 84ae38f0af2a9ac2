import type { Span } from "./spans.ts";

/** What stands at a span is replaced by `text`. */
export interface Splice extends Span {
  text: string;
}

/** `splices` come in the order of the text, and none within another. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = "";
  let kept = 0;
  for (const { start, end, text: replacement } of splices) {
    result += text.slice(kept, start) + replacement;
    kept = end;
  }
  return result + text.slice(kept);
}
