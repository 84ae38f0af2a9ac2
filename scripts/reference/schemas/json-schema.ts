import { toJsonSchema } from "@valibot/to-json-schema";
import { type GenericSchema, getTitle } from "valibot";
import { factsOf } from "../../../src/events/schema/field.ts";
import {
  hasEntries,
  hasItem,
  isPicklist,
  isRecord,
  mayBeMissing,
  mayBeNull,
  unwrapped,
} from "../../../src/events/schema/kinds.ts";
import { httpUrl, uncertainTime } from "../../../src/events/schema/scalars.ts";
import { fieldWords } from "../field-words.ts";
import { shapeName } from "../named-shapes.ts";

/** A schema of draft-07, or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/**
 * What a schema is in JSON Schema, and as strict as `validatePayload`: unknown fields pass, and so do unknown words
 * where others may exist; what may be null may be missing. Named objects are references into `definitions`; `used`
 * is told of each.
 */
export function jsonSchema(schema: GenericSchema, used: (name: string) => void): JsonSchema {
  const description = fieldWords(schema);
  const value = nullableSchema(schema, used);
  if (description === "") return value;
  return "$ref" in value ? { description, allOf: [value] } : { description, ...value };
}

/** What holds where a condition does, and what where it does not. */
export function conditional(condition: JsonSchema, holds: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  const keywords = [["if", condition] as const, ["then", holds] as const]; // a literal with `then` would be a promise
  return { ...Object.fromEntries(keywords), ...(otherwise !== undefined && { else: otherwise }) };
}

function nullableSchema(schema: GenericSchema, used: (name: string) => void): JsonSchema {
  const bare = unwrapped(schema);
  const value = bareSchema(bare, used);
  if (!mayBeNull(schema) || bare.type === "unknown" || bare.type === "null") return value;
  if (typeof value["type"] === "string") return { ...value, type: [value["type"], "null"] };
  const choices: unknown = value["anyOf"];
  return { anyOf: [...(Array.isArray(choices) ? choices : [value]), { type: "null" }] };
}

function bareSchema(schema: GenericSchema, used: (name: string) => void): JsonSchema {
  const name = shapeName(schema);
  if (name === undefined) return plainSchema(schema, used);
  used(name);
  return { $ref: `#/definitions/${name}` };
}

/** An object in full, whether or not it has a name. */
export function plainSchema(schema: GenericSchema, used: (name: string) => void): JsonSchema {
  if (hasEntries(schema)) return objectSchema(schema, used);
  if (hasItem(schema)) return { type: "array", items: jsonSchema(schema.item, used) };
  if (isRecord(schema)) return recordSchema(schema, used);
  if (isPicklist(schema)) return wordsSchema(schema);
  return scalarSchema(schema);
}

function objectSchema({ entries }: { entries: Readonly<Record<string, GenericSchema>> }, used: (name: string) => void) {
  const fields = Object.entries(entries);
  const required = fields.filter(([, entry]) => !mayBeMissing(entry) && !mayBeNull(entry)).map(([name]) => name);
  return {
    type: "object",
    ...(fields.length > 0 && {
      properties: Object.fromEntries(fields.map(([name, entry]) => [name, jsonSchema(entry, used)])),
    }),
    ...(required.length > 0 && { required }),
  };
}

function recordSchema({ key, value }: { key: GenericSchema; value: GenericSchema }, used: (name: string) => void) {
  const { type: _, ...names } = scalarSchema(key);
  const item = jsonSchema(value, used);
  return {
    type: "object",
    ...(Object.keys(names).length > 0 && { propertyNames: names }),
    ...(Object.keys(item).length > 0 && { additionalProperties: item }),
  };
}

/** Editors offer the words of an open list and refuse no other. */
function wordsSchema(schema: GenericSchema & { options: readonly string[] }): JsonSchema {
  const words = { enum: schema.options };
  return schema.options.length === 1 || factsOf(schema).isComplete === true
    ? { type: "string", ...words }
    : { anyOf: [words, { type: "string" }] };
}

/** Its description is the field's. What JSON Schema cannot say (that a currency exists) is left out. */
function scalarSchema(schema: GenericSchema): JsonSchema {
  const special = specialSchemas[getTitle(schema) ?? ""];
  if (special !== undefined) return special;
  const ignoreActions = ["title", "description", "metadata", "check"];
  const { $schema: _, ...rest } = toJsonSchema(schema, { target: "draft-07", ignoreActions });
  return rest;
}

const specialSchemas: Readonly<Record<string, JsonSchema>> = {
  [getTitle(httpUrl) ?? ""]: { type: "string", format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
  [getTitle(uncertainTime) ?? ""]: {
    anyOf: [{ type: "integer", minimum: 100_000_000_000, maximum: 99_999_999_999_999 }, { type: "string" }],
  },
};
