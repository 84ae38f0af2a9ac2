import {
  description,
  type GenericSchema,
  getMetadata,
  type InferOutput,
  metadata,
  type OptionalSchema,
  pipe,
} from "valibot";
import type { ShapeCertainty } from "./certainty.ts";

/** What is said of a field beside its schema. */
export interface FieldFacts {
  /** Missing where it is as sure as the content as a whole. */
  certainty?: ShapeCertainty;
  /** Of words: there are no others. */
  isComplete?: boolean;
  /** Of words: what people write instead, in capitals, and the word for it. */
  otherWords?: Readonly<Record<string, string>>;
}

type Field<Schema extends GenericSchema> = GenericSchema<InferOutput<Schema>, InferOutput<Schema>>;

/**
 * A field, with what AppDirect's pages say that it means (`""` where they say no more than its name). The validation,
 * the published schema, the types and the documentation are all made from this.
 */
export function field<Schema extends GenericSchema>(
  schema: OptionalSchema<Schema, undefined>,
  meaning: string,
  facts?: FieldFacts,
): OptionalSchema<Field<Schema>, undefined>;
export function field<Schema extends GenericSchema>(schema: Schema, meaning: string, facts?: FieldFacts): Field<Schema>;
export function field(schema: GenericSchema, meaning: string, facts: FieldFacts = {}): GenericSchema {
  return pipe(schema, description(meaning), metadata({ ...facts }));
}

/** What stands beside a schema; nothing where it is not a field. */
export function factsOf(schema: GenericSchema): FieldFacts {
  return getMetadata(schema);
}
