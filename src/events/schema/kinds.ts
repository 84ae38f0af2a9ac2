import type { GenericSchema } from "valibot";

// What a schema is, told by its structure, for those who walk it.

type Wrapping = GenericSchema & { wrapped: GenericSchema };
type WithEntries = GenericSchema & { entries: Readonly<Record<string, GenericSchema>> };
type WithItem = GenericSchema & { item: GenericSchema };
type WithOptions = GenericSchema & { options: readonly string[] };

export const hasWrapped = (schema: GenericSchema): schema is Wrapping => "wrapped" in schema;
export const hasEntries = (schema: GenericSchema): schema is WithEntries => "entries" in schema;
export const hasItem = (schema: GenericSchema): schema is WithItem => "item" in schema;
export const isPicklist = (schema: GenericSchema): schema is WithOptions => schema.type === "picklist";
export const isRecord = (
  schema: GenericSchema,
): schema is GenericSchema & { key: GenericSchema<string, string>; value: GenericSchema } => schema.type === "record";
/** An object of which more fields than these may exist. */
export const isOpen = (schema: GenericSchema): boolean => schema.type === "loose_object";

/** Without what says that it may be missing or null. */
export function unwrapped(schema: GenericSchema): GenericSchema {
  return hasWrapped(schema) ? unwrapped(schema.wrapped) : schema;
}

export function mayBeMissing(schema: GenericSchema): boolean {
  return hasWrapped(schema) && (schema.type === "optional" || mayBeMissing(schema.wrapped));
}

export function mayBeNull(schema: GenericSchema): boolean {
  if (hasWrapped(schema)) return schema.type === "nullable" || mayBeNull(schema.wrapped);
  return schema.type === "unknown" || schema.type === "null";
}
