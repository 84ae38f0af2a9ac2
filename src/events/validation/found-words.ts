import { isObject } from "../json.ts";

/** A value as it is told, shortened: `the text "abc"`, `the number 7`, `a list`, `nothing`. */
export function foundWords(value: unknown, { isHidden }: { isHidden: boolean }): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isObject(value)) return "an object";
  if (typeof value !== "number" && typeof value !== "string") return `a ${typeof value}, which JSON does not have`;
  if (isHidden) return typeof value === "number" ? "a number" : "a text";
  return typeof value === "number" ? `the number ${value}` : `the text ${JSON.stringify(shortened(value))}`;
}

const longest = 60;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
