import type { GenericSchema } from "valibot";
import { hasEntries, hasItem, isPicklist, isRecord, mayBeMissing, mayBeNull, unwrapped } from "../schema/kinds.ts";

/** What a schema is, found out once: a walk asks it for every field of every payload. */
export interface Shape {
  /** As the field has it. */
  schema: GenericSchema;
  /** Without what says that it may be missing or null. */
  bare: GenericSchema;
  mayBeMissing: boolean;
  mayBeNull: boolean;
  kind: ShapeKind;
}

/** The schemas in it are bare. */
export type ShapeKind =
  | { is: "anything" }
  | { is: "value" }
  | { is: "word"; schema: GenericSchema; options: readonly string[] }
  | {
      is: "object";
      schema: GenericSchema;
      fields: readonly (readonly [name: string, shape: Shape])[];
      names: ReadonlySet<string>;
    }
  | { is: "list"; item: Shape }
  | { is: "record"; key: GenericSchema<string, string>; item: Shape };

export function shapeOf(schema: GenericSchema): Shape {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const bare = unwrapped(schema);
  const shape = {
    schema,
    bare,
    mayBeMissing: mayBeMissing(schema),
    mayBeNull: mayBeNull(schema),
    kind: kindOf(bare),
  };
  shapes.set(schema, shape);
  return shape;
}

const shapes = new WeakMap<GenericSchema, Shape>();

function kindOf(bare: GenericSchema): ShapeKind {
  if (bare.type === "unknown") return { is: "anything" };
  if (hasEntries(bare)) {
    const fields = Object.entries(bare.entries).map(([name, entry]) => [name, shapeOf(entry)] as const);
    return { is: "object", schema: bare, fields, names: new Set(fields.map(([name]) => name)) };
  }
  if (hasItem(bare)) return { is: "list", item: shapeOf(bare.item) };
  if (isRecord(bare)) return { is: "record", key: bare.key, item: shapeOf(bare.value) };
  return isPicklist(bare) ? { is: "word", schema: bare, options: bare.options } : { is: "value" };
}
