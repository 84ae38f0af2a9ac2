import { moneyText, textMembers } from "../events/index.ts";
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

/** A payload's content, given as JSON without white space, for a person: a row a field, what is empty counted, what is nested on one line. */
export function contentRows(content: string, options: BodyOptions): string[] {
  if (!content.startsWith("{")) return [options.theme.faint(cut(compact(content), options.width))];
  const members = textMembers(content);
  const currency = currencyIn(members);
  const filled = [...members].filter(([, value]) => options.verbose || !isEmpty(value));
  if (!options.verbose) filled.sort(([left], [right]) => Number(isReference(left)) - Number(isReference(right)));
  const shown = options.verbose ? filled : filled.slice(0, options.rows);
  const widest = Math.min(28, Math.max(0, ...shown.map(([name]) => printable(name).length)));
  const rows = shown.map(([name, value]) => {
    const meaning = moneyMeant(name, value, currency);
    return row(name, meaning === undefined ? compact(value) : compact(value) + meaning, widest, options);
  });
  const folded = filled.length - shown.length;
  const empty = members.size - filled.length;
  const notes = [folded > 0 ? `${folded} more` : "", empty > 0 ? `${empty} empty` : ""].filter((note) => note !== "");
  return notes.length === 0 ? rows : [...rows, options.theme.faint(`… ${notes.join(", ")} (-v shows all)`)];
}

/** What points somewhere tells a person least, and stands last where not everything is shown. */
function isReference(name: string): boolean {
  return /^(id|uuid|href|links|openId|deleted|enabled)$|(Id|Uuid|Url|Pic)$/.test(name);
}

function row(name: string, text: string, widest: number, { theme, width, verbose }: BodyOptions): string {
  const room = Math.max(10, width - widest - 2);
  return `${theme.faint(padded(cut(printable(name), 28), widest))}  ${verbose ? text : cut(text, room)}`;
}

/** One line for a value, given as JSON: a string without its quotes, of a time also what it means, else as it is written. */
export function compact(text: string | undefined): string {
  if (text === undefined) return "—";
  if (text.startsWith('"')) return printable(String(JSON.parse(text)));
  return isTime(text) ? `${text} · ${momentText(new Date(Number(text)))}` : printable(text);
}

/** AppDirect's dates are epoch milliseconds; no price or count in its payloads is near the years 2001 to 2100. */
function isTime(text: string): boolean {
  return /^\d{13}$/.test(text) && text > "1000000000000" && text < "4102444800000";
}

/** `2026-01-15 09:00Z`, with seconds and their parts where it has some. */
function momentText(moment: Date): string {
  return moment
    .toISOString()
    .replace("T", " ")
    .replace(/(?::00)?\.000Z$/, "Z");
}

/** ISO 4217, where the content says one for its amounts. */
function currencyIn(members: Map<string, string>): unknown {
  const currency = members.get("currency");
  return currency === undefined ? undefined : JSON.parse(currency);
}

/** ` · 878.40 EUR` behind an amount that is written otherwise, ` EUR` behind one that is written so. */
function moneyMeant(name: string, value: string, currency: unknown): string | undefined {
  if (!/price$/i.test(name) || !/^[-\d]/.test(value)) return undefined;
  const money = moneyText(Number(value), currency);
  if (money === undefined || value.length > mostExact) return undefined;
  return money.startsWith(`${value} `) ? money.slice(value.length) : ` · ${money}`;
}

/** Characters of a number that JavaScript holds exactly. */
const mostExact = 15;

function isEmpty(value: string): boolean {
  if (value === "null" || value === '""' || value === "[]") return true;
  return value.startsWith("{") && [...textMembers(value).values()].every((one) => one === "null");
}
