import { isObject, type Json } from "../events/index.ts";
import { cut, padded } from "./columns.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

export interface BodyOptions {
  theme: Theme;
  /** Characters a line may take. */
  width: number;
  /** Every field, on lines of its own. */
  verbose: boolean;
  /** How many fields, unless verbose. */
  rows: number;
}

/** A payload's content for a person: a row a field, what is empty counted, what is nested on one line. */
export function contentRows(content: Json, options: BodyOptions): string[] {
  if (!isObject(content)) return [options.theme.faint(cut(compact(content), options.width))];
  const filled = Object.entries(content).filter(([, value]) => options.verbose || !isEmpty(value));
  if (!options.verbose) filled.sort(([left], [right]) => Number(isReference(left)) - Number(isReference(right)));
  const shown = options.verbose ? filled : filled.slice(0, options.rows);
  const widest = Math.min(28, Math.max(0, ...shown.map(([name]) => printable(name).length)));
  const rows = shown.map(([name, value]) => row(name, value, widest, options));
  const folded = filled.length - shown.length;
  const empty = Object.keys(content).length - filled.length;
  const notes = [folded > 0 ? `${folded} more` : "", empty > 0 ? `${empty} empty` : ""].filter((note) => note !== "");
  return notes.length === 0 ? rows : [...rows, options.theme.faint(`… ${notes.join(", ")} (-v shows all)`)];
}

/** What points somewhere tells a person least, and stands last where not everything is shown. */
function isReference(name: string): boolean {
  return /^(id|uuid|href|links|openId|deleted|enabled)$|(Id|Uuid|Url|Pic)$/.test(name);
}

function row(name: string, value: Json, widest: number, { theme, width, verbose }: BodyOptions): string {
  const text = compact(value);
  const room = Math.max(10, width - widest - 2);
  return `${theme.faint(padded(cut(printable(name), 28), widest))}  ${verbose ? text : cut(text, room)}`;
}

/** One line for a value: a string as it is, a time as a date, else JSON; a nest too deep for that is only named. */
export function compact(value: Json | undefined): string {
  if (value === undefined) return "—";
  try {
    if (typeof value === "number" && isTime(value)) return new Date(value).toISOString();
    return printable(typeof value === "string" ? value : JSON.stringify(value));
  } catch (cause) {
    if (cause instanceof RangeError) return "(nested too deeply to be shown)";
    throw cause;
  }
}

/** AppDirect's dates are epoch milliseconds; no price or count in its payloads is near the years 2001 to 2100. */
function isTime(value: number): boolean {
  return Number.isInteger(value) && value > 1_000_000_000_000 && value < 4_102_444_800_000;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every((one) => one === null);
}
