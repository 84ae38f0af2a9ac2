import { isObject } from "../json.ts";

/** How a text is told: without the secrets in it. */
export type Redact = (text: string) => string;

/** A value as it is told, shortened: `the text "abc"`, `the number 7`, `a list`, `nothing`; without `redact` no text is. */
export function foundWords(value: unknown, redact?: Redact): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isObject(value)) return "an object";
  if (typeof value !== "number" && typeof value !== "string") return `a ${typeof value}, which JSON does not have`;
  if (redact === undefined) return typeof value === "number" ? "a number" : "a text";
  return typeof value === "number" ? `the number ${value}` : `the text ${quoted(value, redact)}`;
}

/** A text in quotes, shortened and without secrets. */
export function quoted(text: string, redact: Redact): string {
  return JSON.stringify(shortened(text, redact));
}

const longest = 60;
/** A secret is told by its shape only as a whole, and the longest have some thousand characters. */
const longestSecret = 10_000;

function shortened(text: string, redact: Redact): string {
  const shown = redact(text.slice(0, longestSecret));
  if (shown.length <= longest && text.length <= longestSecret) return shown;
  return `${shown.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
}
