import { type GenericSchema, is } from "valibot";
import { valueWords } from "../schema/value-words.ts";
import { isObject, type JsonObject } from "../json.ts";
import {
  hasEntries,
  hasItem,
  isOpen,
  isPicklist,
  isRecord,
  mayBeMissing,
  mayBeNull,
  unwrapped,
} from "../schema/kinds.ts";
import { factsOf } from "../schema/field.ts";
import { adviceFor, likelyName, sameWord, wordAdvice } from "./advice.ts";
import { foundWords, type Redact } from "./found-words.ts";
import type { Place } from "./place.ts";
import type { Problems } from "./problems.ts";

/** How a payload is looked at. */
export interface Checking {
  problems: Problems;
  /** Stands where a secret stood, and fits everything. */
  withheld: string | undefined;
  /** Whether the value of a field of that name is not to be told. */
  isSecret(name: string): boolean;
  /** A text without the secrets in it. */
  redact: Redact;
}

/**
 * Looks at a value by its schema, from the outside in, and ends when enough was found. Never throws, and goes only as
 * deep as the schema. The library that schemas are made with judges single values here: of a whole payload it would
 * tell all that is wrong, however much, and nothing of fields that are too many.
 */
export function checkValue(schema: GenericSchema, value: unknown, place: Place | undefined, checking: Checking): void {
  if (checking.problems.isFull || value === checking.withheld) return;
  if (value === null && mayBeNull(schema)) return;
  const bare = unwrapped(schema);
  if (bare.type === "unknown") return;
  if (hasEntries(bare) && isObject(value)) return checkFields(bare, value, place, checking);
  if (hasItem(bare) && Array.isArray(value)) return checkItems(bare.item, value, place, checking);
  if (isRecord(bare) && isObject(value)) return checkRecord(bare, value, place, checking);
  if (isPicklist(bare) && typeof value === "string") return checkWord(bare, value, place, checking);
  if (hasEntries(bare) || hasItem(bare) || isRecord(bare) || !is(bare, value)) {
    reportWrong({ schema, value, place }, checking);
  }
}

function checkFields(
  schema: GenericSchema & { entries: Readonly<Record<string, GenericSchema>> },
  value: JsonObject,
  place: Place | undefined,
  checking: Checking,
): void {
  const { entries } = schema;
  for (const name in entries) {
    const entry = entries[name];
    if (entry === undefined) continue;
    const below = { above: place, at: name };
    if (isThere(value, name)) checkValue(entry, value[name], below, checking);
    else if (!mayBeMissing(entry)) checkMissing(entry, below, checking);
  }
  for (const name of Object.keys(value)) {
    if (checking.problems.isFull) return;
    if (!Object.hasOwn(entries, name) && isThere(value, name))
      checkUnknown(name, { schema, entries, value, place }, checking);
  }
}

/** JSON leaves out a field that is undefined. */
function isThere(value: JsonObject, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

/** Where null stands for an absent value, a field that is left out says as much. */
function checkMissing(schema: GenericSchema, place: Place | undefined, { problems }: Checking): void {
  const severity = mayBeNull(schema) ? "note" : "error";
  problems.add(severity, () => ({
    kind: "missing",
    place,
    found: "nothing",
    documented: valueWords(schema),
  }));
}

interface UnknownField {
  schema: GenericSchema;
  entries: Readonly<Record<string, GenericSchema>>;
  value: JsonObject;
  place: Place | undefined;
}

/** Where the documentation is not complete more fields are to be expected, and only one that was mistyped is told. */
function checkUnknown(name: string, { schema, entries, value, place }: UnknownField, { problems }: Checking): void {
  if (!problems.takes("note")) return;
  const absent = Object.keys(entries).filter((entry) => !Object.hasOwn(value, entry));
  const advice = likelyName(name, absent);
  if (isOpen(schema) && advice === undefined) return;
  problems.add("note", () => ({
    kind: "unknown field",
    place: { above: place, at: name },
    found: foundWords(value[name]),
    documented: "no field of this name",
    ...(advice !== undefined && { advice }),
  }));
}

function checkItems(
  item: GenericSchema,
  value: readonly unknown[],
  place: Place | undefined,
  checking: Checking,
): void {
  for (const [index, one] of value.entries()) {
    if (checking.problems.isFull) return;
    checkValue(item, one, { above: place, at: index }, checking);
  }
}

function checkRecord(
  { key, value: item }: { key: GenericSchema<string, string>; value: GenericSchema },
  value: JsonObject,
  place: Place | undefined,
  checking: Checking,
): void {
  for (const name of Object.keys(value)) {
    if (checking.problems.isFull) return;
    const below = { above: place, at: name };
    if (!is(key, name)) {
      reportWrong({ schema: key, value: name, place: below }, checking);
    }
    checkValue(item, value[name], below, checking);
  }
}

/** AppDirect may have words that no page lists; one that is told to be another is a mistake. */
function checkWord(
  schema: GenericSchema & { options: readonly string[] },
  value: string,
  place: Place | undefined,
  { problems, redact }: Checking,
): void {
  if (schema.options.includes(value)) return;
  const { isComplete = false, otherWords } = factsOf(schema);
  const isMistake = isComplete || sameWord(value, schema.options) !== undefined;
  const severity = isMistake ? "error" : "note";
  problems.add(severity, () => {
    const advice = wordAdvice(value, schema.options, otherWords);
    return {
      kind: isMistake ? "wrong value" : "unknown word",
      place,
      found: foundWords(value, redact),
      documented: valueWords(schema),
      ...(advice !== undefined && { advice }),
    };
  });
}

interface Checked {
  schema: GenericSchema;
  value: unknown;
  place: Place | undefined;
}

function reportWrong({ schema, value, place }: Checked, { problems, isSecret, redact }: Checking): void {
  problems.add("error", () => {
    const isHidden = typeof place?.at === "string" && isSecret(place.at);
    const advice = isHidden ? undefined : adviceFor(unwrapped(schema), value);
    return {
      kind: "wrong value",
      place,
      found: foundWords(value, isHidden ? undefined : redact),
      documented: valueWords(schema),
      ...(advice !== undefined && { advice }),
    };
  });
}
