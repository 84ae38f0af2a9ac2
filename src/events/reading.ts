import type { GenericSchema } from "valibot";
import { isObject, type JsonObject } from "./json.ts";
import { hasEntries, hasItem, hasWrapped } from "./schema/kinds.ts";

/**
 * What can be read of a content of any shape: what stands where the schema has it. Nothing is certain to be there. A
 * text may be a number and the other way round, for AppDirect's ids are mixed; a word need not be a documented one.
 */
export type Reading<Content> = Content extends readonly (infer Item)[]
  ? readonly (Reading<Item> | undefined)[]
  : Content extends boolean
    ? boolean | undefined
    : Content extends string | number
      ? string | number | undefined
      : Content extends object
        ? { readonly [Key in keyof Content]?: Reading<Content[Key]> }
        : undefined;

/** Reads content by its schema. Never throws, whatever came. */
export function readContent<Content>(schema: GenericSchema<unknown, Content>, content: JsonObject): Reading<Content> {
  // The walk follows the schema, and the type says the same of it, which the compiler cannot see.
  return read(schema, content) as Reading<Content>;
}

function read(schema: GenericSchema, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (hasWrapped(schema)) return read(schema.wrapped, value);
  if (hasEntries(schema)) return isObject(value) ? readEntries(schema.entries, value) : undefined;
  if (hasItem(schema)) return Array.isArray(value) ? value.map((item) => read(schema.item, item)) : undefined;
  if (schema.type === "unknown") return undefined;
  if (schema.type === "boolean") return typeof value === "boolean" ? value : undefined;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** Every event's headline asks for a few of many fields: what nobody asks for is not read. */
function readEntries(entries: Readonly<Record<string, GenericSchema>>, value: JsonObject): object {
  const readOne = (key: string | symbol): unknown => {
    if (typeof key === "symbol" || !Object.hasOwn(entries, key) || !Object.hasOwn(value, key)) return undefined;
    const schema = entries[key];
    return schema && read(schema, value[key]);
  };
  return new Proxy(
    {},
    {
      get: (_, key) => readOne(key),
      ownKeys: () => Object.keys(entries).filter((key) => readOne(key) !== undefined),
      getOwnPropertyDescriptor: (_, key) => ({ value: readOne(key), enumerable: true, configurable: true }),
    },
  );
}
