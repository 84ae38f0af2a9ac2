import { type GenericSchema, is } from "valibot";
import { valueWords } from "../schema/value-words.ts";
import { isObject, type JsonObject } from "../json.ts";
import { isOpen, unwrapped } from "../schema/kinds.ts";
import { factsOf } from "../schema/field.ts";
import { adviceFor, likelyName, sameWord, wordAdvice } from "./advice.ts";
import { foundWords, type Redact } from "./found-words.ts";
import type { Place } from "./place.ts";
import type { Problems } from "./problems.ts";
import type { Shape, ShapeKind } from "./shape.ts";

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
export function checkValue(shape: Shape, value: unknown, place: Place | undefined, checking: Checking): void {
  if (checking.problems.isFull || value === checking.withheld) return;
  if (value === null && shape.mayBeNull) return;
  const { kind, bare, schema } = shape;
  switch (kind.is) {
    case "anything":
      return;
    case "object":
      if (isObject(value)) return checkFields(kind, value, place, checking);
      break;
    case "list":
      if (Array.isArray(value)) return checkItems(kind.item, value, place, checking);
      break;
    case "record":
      if (isObject(value)) return checkRecord(kind, value, place, checking);
      break;
    case "word":
      if (typeof value === "string") return checkWord(kind, value, place, checking);
      break;
    case "value":
      if (is(bare, value)) return;
  }
  reportWrong({ schema, value, place }, checking);
}

type ObjectShape = Extract<ShapeKind, { is: "object" }>;

function checkFields(shape: ObjectShape, value: JsonObject, place: Place | undefined, checking: Checking): void {
  const { fields, names } = shape;
  for (const [name, field] of fields) {
    if (isThere(value, name)) checkValue(field, value[name], { above: place, at: name }, checking);
    else if (!field.mayBeMissing) checkMissing(field, { above: place, at: name }, checking);
  }
  for (const name of Object.keys(value)) {
    if (checking.problems.isFull) return;
    if (!names.has(name) && isThere(value, name)) checkUnknown(name, { shape, value, place }, checking);
  }
}

/** JSON leaves out a field that is undefined. */
function isThere(value: JsonObject, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

/** Where null stands for an absent value, a field that is left out says as much. */
function checkMissing({ schema, mayBeNull }: Shape, place: Place | undefined, { problems }: Checking): void {
  const severity = mayBeNull ? "note" : "error";
  problems.add(severity, () => ({
    kind: "missing",
    place,
    found: "nothing",
    documented: valueWords(schema),
  }));
}

interface UnknownField {
  shape: ObjectShape;
  value: JsonObject;
  place: Place | undefined;
}

/** Where the documentation is not complete more fields are to be expected, and only one that was mistyped is told. */
function checkUnknown(name: string, { shape, value, place }: UnknownField, { problems }: Checking): void {
  if (!problems.takes("note")) return;
  const absent = [...shape.names].filter((entry) => !Object.hasOwn(value, entry));
  const advice = likelyName(name, absent);
  if (isOpen(shape.schema) && advice === undefined) return;
  problems.add("note", () => ({
    kind: "unknown field",
    place: { above: place, at: name },
    found: foundWords(value[name]),
    documented: "no field of this name",
    ...(advice !== undefined && { advice }),
  }));
}

function checkItems(item: Shape, value: readonly unknown[], place: Place | undefined, checking: Checking): void {
  for (const [index, one] of value.entries()) {
    if (checking.problems.isFull) return;
    checkValue(item, one, { above: place, at: index }, checking);
  }
}

function checkRecord(
  { key, item }: Extract<ShapeKind, { is: "record" }>,
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
  { schema, options }: Extract<ShapeKind, { is: "word" }>,
  value: string,
  place: Place | undefined,
  { problems, redact }: Checking,
): void {
  if (options.includes(value)) return;
  const { isComplete = false, otherWords } = factsOf(schema);
  const isMistake = isComplete || sameWord(value, options) !== undefined;
  const severity = isMistake ? "error" : "note";
  problems.add(severity, () => {
    const advice = wordAdvice(value, options, otherWords);
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
