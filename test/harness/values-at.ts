import { isObject, type Json, type PayloadPath } from "../../src/events/index.ts";

type PathStep = PayloadPath["steps"][number];

/** Everything that stands at a path, in the payload's order; empty where nothing does. */
export function valuesAt(payload: Json, path: PayloadPath): Json[] {
  return path.steps.reduce<Json[]>((found, step) => found.flatMap((value) => enter(value, step)), [payload]);
}

/** What one step leads to. Own keys only: `__proto__` is a key like any other. */
function enter(value: Json, step: PathStep): Json[] {
  if (step.kind === "every") return Array.isArray(value) ? value : [];
  const found = step.kind === "key" ? ownValue(value, step.key) : itemOf(value, step.index);
  return found === undefined ? [] : [found];
}

function ownValue(value: Json, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function itemOf(value: Json, index: number): Json | undefined {
  return Array.isArray(value) ? value[index] : undefined;
}
