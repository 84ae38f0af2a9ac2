import { type GenericSchema, getTitle } from "valibot";
import { didYouMean } from "../../errors.ts";
import { currency, httpUrl, isoDay, timestamp, uncertainTime } from "../schema/scalars.ts";
import { currencyCodes } from "../schema/currency.ts";

/** What to write instead of a value of another type, or one that its type does not allow; nothing where that is anybody's guess. */
export function adviceFor(schema: GenericSchema, value: unknown): string | undefined {
  const advise = advisers[titleOf(schema)] ?? advisersByType[schema.type];
  return advise?.(value);
}

/** The documented word that was probably meant. */
export function wordAdvice(
  value: string,
  words: readonly string[],
  otherWords: Readonly<Record<string, string>> = {},
): string | undefined {
  if (value.length > longest) return undefined;
  const written = value.trim().toUpperCase();
  const meant = sameWord(value, words) ?? (Object.hasOwn(otherWords, written) ? otherWords[written] : undefined);
  return meant === undefined ? didYouMean(value, words) : `AppDirect writes ${meant}.`;
}

/** The word that is the same but for its capitals and what separates its parts. */
export function sameWord(value: string, words: readonly string[]): string | undefined {
  if (value.length > longest) return undefined;
  const written = lettersOf(value);
  return words.find((word) => lettersOf(word) === written);
}

const lettersOf = (word: string): string => word.toUpperCase().replaceAll(/[\s_-]+/g, "");

/** The documented field that was probably meant; only one whose name is nearly the same. */
export function likelyName(name: string, names: readonly string[]): string | undefined {
  return name.length < 3 || name.length > longest ? undefined : didYouMean(name, names);
}

/** In characters: what is longer was meant for something else, and is not repeated. */
const longest = 100;

const titleOf = (schema: GenericSchema): string => getTitle(schema) ?? "";

const advisers: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  [titleOf(timestamp)]: timestampAdvice,
  [titleOf(uncertainTime)]: (value) => (typeof value === "number" ? timestampAdvice(value) : undefined),
  [titleOf(isoDay)]: dayAdvice,
  [titleOf(httpUrl)]: addressAdvice,
  [titleOf(currency)]: currencyAdvice,
};

const advisersByType: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  string: (value) => (isScalar(value) ? `Write it as text: ${JSON.stringify(String(value))}.` : undefined),
  number: (value) => (isNumeric(value) ? `Write it without quotes: ${value.trim()}.` : undefined),
  boolean: (value) =>
    typeof value === "string" && /^(?:true|false)$/i.test(value.trim())
      ? `Write it without quotes: ${value.trim().toLowerCase()}.`
      : undefined,
};

function timestampAdvice(value: unknown): string | undefined {
  if (typeof value === "number") return numberAdvice(value, "This looks like");
  if (typeof value !== "string") return undefined;
  if (isNumeric(value)) {
    return Number(value) >= 1e20
      ? undefined
      : (numberAdvice(Number(value), "Without its quotes this looks like") ??
          `Write it without quotes: ${value.trim()}.`);
  }
  const time = timeOf(value);
  return Number.isNaN(time) ? undefined : `In epoch milliseconds that is ${time}.`;
}

const units = [
  { name: "seconds", from: 1e8, below: 1e11, perMs: 0.001 },
  { name: "microseconds", from: 1e14, below: 1e17, perMs: 1_000 },
  { name: "nanoseconds", from: 1e17, below: 1e20, perMs: 1_000_000 },
];

const unitOf = (time: number) => units.find(({ from, below }) => time >= from && time < below);

function numberAdvice(value: number, beginning: string): string | undefined {
  const unit = unitOf(value);
  if (unit !== undefined)
    return `${beginning} ${unit.name}; in milliseconds that is ${Math.round(value / unit.perMs)}.`;
  return Number.isInteger(value) || !Number.isFinite(value) || value < 1e8 || value >= 1e20
    ? undefined
    : `Write it as a whole number: ${Math.round(value)}.`;
}

function dayAdvice(value: unknown): string | undefined {
  const time =
    typeof value === "number" ? millisecondsOf(value) : typeof value === "string" ? timeOf(value) : Number.NaN;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? undefined
    : `As a day that is "${date.toISOString().slice(0, 10)}".`;
}

function millisecondsOf(time: number): number {
  const unit = unitOf(time);
  return unit === undefined ? time : time / unit.perMs;
}

/** In epoch milliseconds; what names no zone is read as UTC, so that the advice is the same on every machine. */
function timeOf(text: string): number {
  if (text.length > longest) return Number.NaN;
  const forms = /Z$|GMT|UTC|[+-]\d{2}:?\d{2}\b/i.test(text) ? [text] : [`${text} UTC`, `${text}Z`, text];
  return forms.map((form) => Date.parse(form)).find((time) => !Number.isNaN(time)) ?? Number.NaN;
}

function addressAdvice(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > longest || !/^[\w-]+(?:\.[\w-]+)+(?:[:/?]|$)/.test(value))
    return undefined;
  return `Write it with its scheme: https://${value}`;
}

function currencyAdvice(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const written = value.trim().toUpperCase();
  const meant = symbols[written] ?? [...currencyCodes()].find((code) => written.startsWith(code));
  return meant === undefined ? undefined : `Write it as ${meant}.`;
}

const symbols: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };

const isScalar = (value: unknown) => typeof value === "number" || typeof value === "boolean";
const isNumeric = (value: unknown): value is string =>
  typeof value === "string" && value.length <= longest && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value);
