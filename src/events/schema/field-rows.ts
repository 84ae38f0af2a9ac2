import { type GenericSchema, getDescription } from "valibot";
import type { ShapeCertainty } from "./certainty.ts";
import { factsOf } from "./field.ts";
import { hasEntries, hasItem, hasWrapped, isOpen, isPicklist, mayBeMissing, unwrapped } from "./kinds.ts";
import { kindWords } from "./value-words.ts";

/** A documented field, as a line of a table. */
export interface FieldRow {
  /** From the place that the rows are of: `orderLines[*].price`. */
  path: string;
  /** What it holds, in words: `text, or null`. */
  type: string;
  /** The documented words, where it is one of several. */
  values?: readonly string[];
  /** What AppDirect's pages say of it; empty where they say no more than its name. */
  meaning: string;
  /** Where it comes from, if not from where its content as a whole does. */
  certainty?: ShapeCertainty;
  /** Whether a payload may leave it out. */
  isOptional: boolean;
  /** Whether an object may have more fields than those that are known. */
  isOpen: boolean;
  /** The path of an earlier row whose fields it has too. */
  sameAs?: string;
}

/** The fields of a schema in their order, those of objects and of lists of objects behind them, each object once. */
export function fieldRows(schema: GenericSchema): FieldRow[] {
  return rowsBelow(schema, "", new Map());
}

function rowsBelow(schema: GenericSchema, place: string, seen: Map<object, string>): FieldRow[] {
  const bare = unwrapped(schema);
  if (!hasEntries(bare)) return [];
  return Object.entries(bare.entries).flatMap(([name, entry]) => rowsOf(entry, `${place}${name}`, seen));
}

function rowsOf(schema: GenericSchema, path: string, seen: Map<object, string>): FieldRow[] {
  const bare = unwrapped(schema);
  const { holder, holderPath } = holderOf(bare, path);
  const fields = hasEntries(holder) && Object.keys(holder.entries).length > 0 ? holder.entries : undefined;
  const sameAs = fields && seen.get(fields);
  if (fields !== undefined && sameAs === undefined) seen.set(fields, path);
  const row = { ...rowOf(schema, path), isOpen: isOpen(holder) };
  if (sameAs !== undefined) return [{ ...row, sameAs }];
  return [row, ...rowsBelow(holder, `${holderPath}.`, seen)];
}

/** What has the fields: the value itself, or the items of a list. */
function holderOf(schema: GenericSchema, path: string): { holder: GenericSchema; holderPath: string } {
  if (!hasItem(schema)) return { holder: schema, holderPath: path };
  return holderOf(unwrapped(schema.item), `${path}[*]`);
}

function rowOf(schema: GenericSchema, path: string): Omit<FieldRow, "isOpen"> {
  const bare = unwrapped(schema);
  const { certainty } = described(schema, factsOf, ({ certainty: one }) => one !== undefined) ?? {};
  return {
    path,
    type: kindWords(schema),
    ...(isPicklist(bare) && { values: bare.options }),
    meaning: described(schema, getDescription, (text) => text !== undefined) ?? "",
    ...(certainty !== undefined && { certainty }),
    isOptional: mayBeMissing(schema),
  };
}

/** What is said of a schema, outermost first: what wraps it may have the say. */
function described<Value>(
  schema: GenericSchema,
  read: (schema: GenericSchema) => Value,
  isThere: (value: Value) => boolean,
): Value | undefined {
  const value = read(schema);
  if (isThere(value)) return value;
  return hasWrapped(schema) ? described(schema.wrapped, read, isThere) : undefined;
}
