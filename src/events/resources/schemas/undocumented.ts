import { type InferOutput, looseObject } from "valibot";

/** A content of which AppDirect's pages, as far as we have them, say nothing but that there is one. */
export const undocumentedSchema = looseObject({});
export type UndocumentedContent = InferOutput<typeof undocumentedSchema>;
