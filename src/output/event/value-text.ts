import { isObject, type Json, moneyText, textItems } from "../../events/index.ts";
import { printable } from "../printable.ts";

/** One line for a value, given as JSON: a string without its quotes, a time as its date, else as it is written. */
export function valueText(text: string | undefined): string {
  if (text === undefined) return "—";
  if (text.startsWith('"')) return printable(String(JSON.parse(text)));
  return timeMeant(text) ?? printable(text);
}

/** The same of a field of a content, where more is known of it: an amount with its currency, a list of words, an id. */
export function fieldText(field: string, text: string, currency?: string): string {
  return moneyMeant(field, text, currency) ?? shortText(text) ?? valueText(text);
}

/** `null`, `""`, `[]`, `{}`, and an object of which nothing is filled. */
export function isEmpty(text: string): boolean {
  if (["null", '""', "[]", "{}"].includes(text)) return true;
  return /^\{("[^"\\]*":null,?)+\}$/.test(text);
}

/** Of a number that is one of AppDirect's dates, `2026-01-15 09:00Z`, with seconds and their parts where it has some. */
export function timeMeant(text: string): string | undefined {
  if (!isTime(text)) return undefined;
  const written = new Date(Number(text)).toISOString();
  return written.replace("T", " ").replace(/(?::00)?\.000Z$/, "Z");
}

/** AppDirect's dates are epoch milliseconds; no price or count in its payloads is near the years 2001 to 2100. */
function isTime(text: string): boolean {
  return /^\d{13}$/.test(text) && text > "1000000000000" && text < "4102444800000";
}

/** `878.40 EUR` for an amount; `currency` is JSON, ISO 4217. */
function moneyMeant(field: string, text: string, currency = "null"): string | undefined {
  if (!/price$/i.test(field) || !/^[-\d]/.test(text) || text.length > mostExact) return undefined;
  return moneyText(Number(text), JSON.parse(currency));
}

/** Characters of a number that JavaScript holds exactly. */
const mostExact = 15;

/** Characters of a list or object that is looked into. */
const mostRead = 400;

/** `ROLE_USER, ROLE_SYS_ADMIN` for a list of words; the id of what is an id and an address. */
function shortText(text: string): string | undefined {
  if (text.length > mostRead) return undefined;
  if (text.startsWith('["')) {
    const items = textItems(text);
    return items.every((item) => item.startsWith('"')) ? items.map(valueText).join(", ") : undefined;
  }
  if (!text.startsWith('{"')) return undefined;
  const value: Json = JSON.parse(text);
  const { id, href, ...others } = isObject(value) ? value : {};
  const isReference = typeof id === "string" && typeof href === "string" && Object.keys(others).length === 0;
  return isReference ? printable(id) : undefined;
}
