import { type GenericSchema, getTitle } from "valibot";
import { hasEntries, hasItem, isPicklist, isRecord, mayBeNull, unwrapped } from "./kinds.ts";

/** What a field holds, in words: `text, or null`, `one of ACTIVE, INACTIVE`, `a list of objects`. */
export function valueWords(schema: GenericSchema): string {
  return orNull(schema, bareWords(unwrapped(schema)));
}

/** The same, without the words of which it is one: `a word, or null`. */
export function kindWords(schema: GenericSchema): string {
  const bare = unwrapped(schema);
  return isPicklist(bare) && bare.options.length > 1 ? orNull(schema, "a word") : valueWords(schema);
}

function orNull(schema: GenericSchema, words: string): string {
  return mayBeNull(schema) && words !== "null" && words !== "anything" && !words.endsWith(", or null")
    ? `${words}, or null`
    : words;
}

function bareWords(schema: GenericSchema): string {
  const named = getTitle(schema);
  if (named !== undefined) return named;
  if (isPicklist(schema))
    return schema.options.length === 1 ? `${schema.options[0]}` : `one of ${schema.options.join(", ")}`;
  if (hasItem(schema)) return `a list of ${manyWords(unwrapped(schema.item))}`;
  if (isRecord(schema)) return "an object";
  if (hasEntries(schema)) return "an object";
  return simpleWords[schema.type] ?? schema.type;
}

const simpleWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  null: "null",
  unknown: "anything",
  union: "text or a number",
};

function manyWords(schema: GenericSchema): string {
  if (hasEntries(schema) || isRecord(schema)) return "objects";
  if (hasItem(schema)) return "lists";
  return schema.type === "string" ? "texts" : "values";
}
