import { isObject, type Json, type JsonObject } from "./json.ts";
import { pathNotation, type PathStep, type PayloadPath } from "./path-notation.ts";
import { cannotBeSet } from "./sentences.ts";

/** A changed copy, and at how many places it differs: 0 where the path matched nothing. */
export interface PayloadChange {
  payload: Json;
  changed: number;
}

/**
 * Puts a value at a path. What is missing or null on the way becomes an object, or a list where an item follows;
 * `[*]` reaches the items that are there, `[n]` one of them or the next that is free.
 * @param options.onlyExisting replaces what is there and adds nothing; then it never throws.
 * @throws HooksError BAD_VALUE where a step leads through a value that has no such parts.
 */
export function setAt(
  payload: Json,
  path: PayloadPath,
  value: Json,
  options: { onlyExisting?: boolean } = {},
): PayloadChange {
  const walk: Walk = { steps: path.steps, value, onlyExisting: options.onlyExisting === true };
  return placeIn(payload, 0, walk) ?? { payload, changed: 0 };
}

/** Takes away what stands at a path; the items after one that goes move up. */
export function unsetAt(payload: Json, path: PayloadPath): PayloadChange {
  return removeFrom(payload, path.steps) ?? { payload, changed: 0 };
}

/** Own keys only: `__proto__` is a key like any other. */
function ownValue(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function itemOf(value: Json | undefined, index: number): Json | undefined {
  return Array.isArray(value) ? value[index] : undefined;
}

interface Walk {
  steps: readonly PathStep[];
  value: Json;
  onlyExisting: boolean;
}

/** The copy of one value on the way, or undefined where nothing below it matched. Goes as deep as the path. */
function placeIn(there: Json | undefined, depth: number, walk: Walk): PayloadChange | undefined {
  if (there === undefined && walk.onlyExisting) return undefined;
  const step = walk.steps[depth];
  if (step === undefined) return { payload: walk.value, changed: 1 };
  const parent = there ?? emptyParent(step, walk);
  if (parent === undefined) return undefined;
  if (step.kind === "key" && isObject(parent)) return placeAtKey(parent, step.key, depth, walk);
  if (step.kind === "item" && Array.isArray(parent)) return placeAtItem(parent, step.index, depth, walk);
  if (step.kind === "every" && Array.isArray(parent)) {
    return changeItems(parent, (item) => placeIn(item, depth + 1, walk));
  }
  if (walk.onlyExisting) return undefined;
  throw blocked(parent, depth, walk);
}

function emptyParent(step: PathStep, walk: Walk): Json | undefined {
  if (walk.onlyExisting || step.kind === "every") return undefined;
  return step.kind === "key" ? {} : [];
}

function placeAtKey(parent: JsonObject, key: string, depth: number, walk: Walk): PayloadChange | undefined {
  const placed = placeIn(ownValue(parent, key), depth + 1, walk);
  // A computed key defines an own property, `__proto__` included; assigning would change the prototype.
  return placed && { payload: { ...parent, [key]: placed.payload }, changed: placed.changed };
}

function placeAtItem(parent: Json[], index: number, depth: number, walk: Walk): PayloadChange | undefined {
  if (index > parent.length) return undefined;
  const placed = placeIn(parent[index], depth + 1, walk);
  if (placed === undefined) return undefined;
  return { payload: [...parent.slice(0, index), placed.payload, ...parent.slice(index + 1)], changed: placed.changed };
}

function changeItems(items: Json[], change: (item: Json) => PayloadChange | undefined): PayloadChange | undefined {
  const changes = items.map((item) => change(item) ?? { payload: item, changed: 0 });
  const changed = changes.reduce((sum, one) => sum + one.changed, 0);
  return changed === 0 ? undefined : { payload: changes.map((one) => one.payload), changed };
}

function removeFrom(there: Json | undefined, steps: readonly PathStep[]): PayloadChange | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || there === undefined) return undefined;
  if (rest.length === 0) return removePart(there, step);
  if (step.kind === "every") {
    return Array.isArray(there) ? changeItems(there, (item) => removeFrom(item, rest)) : undefined;
  }
  if (step.kind === "key") {
    const removed = removeFrom(ownValue(there, step.key), rest);
    return removed && isObject(there) ? withPayload(removed, { ...there, [step.key]: removed.payload }) : undefined;
  }
  const removed = removeFrom(itemOf(there, step.index), rest);
  return removed && Array.isArray(there) ? withPayload(removed, there.with(step.index, removed.payload)) : undefined;
}

const withPayload = ({ changed }: PayloadChange, payload: Json): PayloadChange => ({ payload, changed });

function removePart(there: Json, step: PathStep): PayloadChange | undefined {
  if (step.kind === "key") {
    if (!isObject(there) || !Object.hasOwn(there, step.key)) return undefined;
    return { payload: Object.fromEntries(Object.entries(there).filter(([key]) => key !== step.key)), changed: 1 };
  }
  if (!Array.isArray(there)) return undefined;
  const kept = step.kind === "every" ? [] : there.filter((_, index) => index !== step.index);
  return kept.length === there.length ? undefined : { payload: kept, changed: there.length - kept.length };
}

function blocked(there: Json, depth: number, walk: Walk): Error {
  const place = pathNotation(walk.steps.slice(0, depth)) || "the payload";
  return cannotBeSet(pathNotation(walk.steps), { place, there: describeValue(there) });
}

function describeValue(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  if (typeof value === "string")
    return `the string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  return typeof value === "number" ? `the number ${value}` : String(value);
}
