import type { PathStep, PayloadPath } from "../path-notation.ts";
import { itemSpans, memberSpans, rootSpan, type Span } from "./spans.ts";
import { type Splice, spliced } from "./splice.ts";

/** Takes away what stands at a path of a JSON text; the items after one that goes move up. `removed`: how many places. */
export function unsetInText(text: string, path: PayloadPath): { text: string; removed: number } {
  const splices: Splice[] = [];
  const removed = removeFrom(text, rootSpan(text), path.steps, splices);
  return { text: spliced(text, splices), removed };
}

function removeFrom(text: string, there: Span, [step, ...rest]: readonly PathStep[], splices: Splice[]): number {
  if (step === undefined) return 0;
  const parts = partsOf(text, there, step);
  const meant = parts.filter(({ isMeant }) => isMeant);
  if (meant.length === 0) return 0;
  if (rest.length > 0)
    return (step.kind === "key" ? meant.slice(-1) : meant)
      .map(({ value }) => removeFrom(text, value, rest, splices))
      .reduce((sum, count) => sum + count, 0);
  const kept = parts.filter(({ isMeant }) => !isMeant).map(({ from, value }) => text.slice(from, value.end));
  splices.push({ start: there.start + 1, end: there.end - 1, text: kept.join(",") });
  return step.kind === "key" ? 1 : meant.length;
}

interface Part {
  /** Where it begins, with its key. */
  from: number;
  value: Span;
  isMeant: boolean;
}

/** The members or items there; none where the step leads to no such parts. */
function partsOf(text: string, there: Span, step: PathStep): Part[] {
  const opening = text[there.start];
  if (step.kind === "key" && opening === "{")
    return Array.from(memberSpans(text, there), (value) => ({
      from: value.keyStart,
      value,
      isMeant: value.key === step.key,
    }));
  if (step.kind === "key" || opening !== "[") return [];
  return Array.from(itemSpans(text, there), (value, index) => ({
    from: value.start,
    value,
    isMeant: step.kind === "every" || step.index === index,
  }));
}
