import type { PathStep } from "../path-notation.ts";

/**
 * A place in a payload: the field or item of the place above it. Nearly all places of a payload are fine and are never
 * written out, so going down makes no lists.
 */
export interface Place {
  above: Place | undefined;
  at: string | number;
}

/** From the payload's root; none for the payload itself. */
export function stepsTo(place: Place | undefined): PathStep[] {
  const steps: PathStep[] = [];
  for (let one = place; one !== undefined; one = one.above) {
    steps.unshift(typeof one.at === "number" ? { kind: "item", index: one.at } : { kind: "key", key: one.at });
  }
  return steps;
}
