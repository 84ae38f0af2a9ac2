import { inspect } from "node:util";

/** Any value in a sentence, on one line and not long: `"7"`, `NaN`, `[1, 2]`, `{ seed: 1 }`, `Invalid Date`. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 5, maxStringLength: 60 });
}
