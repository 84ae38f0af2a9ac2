import { textAt } from "../json-text/read.ts";
import { parsePath } from "../path-notation.ts";
import { resourceOfType } from "./index.ts";

/** A field that a person looks at first. */
export interface Matter {
  label: string;
  /** Its own name: `totalPrice`. */
  field: string;
  /** Its value as it is written, as JSON. */
  text: string;
  /** The currency beside it, as JSON; of an order's lines the order's. */
  currency?: string;
}

/** The fields that matter of a content, given as JSON, in the order of its resource; undefined where it names none. */
export function mattersIn(resourceType: string | undefined, content: string): Matter[] | undefined {
  const matters = resourceOfType(resourceType ?? "")?.definition.matters;
  if (matters === undefined) return undefined;
  return Object.entries(matters).flatMap(([label, path]) => {
    const place = placeOf(path);
    const text = textAt(content, place);
    if (text === undefined) return [];
    const currency = textAt(content, [...place.slice(0, -1), "currency"]);
    return [{ label, field: String(place.at(-1)), text, ...(currency !== undefined && { currency }) }];
  });
}

function placeOf(path: string): (string | number)[] {
  return parsePath(path).steps.flatMap((step): (string | number)[] => {
    if (step.kind === "key") return [step.key];
    return step.kind === "item" ? [step.index] : [];
  });
}
