import { type InferOutput, object } from "valibot";
import { field } from "../../schema/field.ts";
import { httpUrl, text } from "../../schema/scalars.ts";

/** `{id, href}`: how one resource's content names another. Seen in a subscription captured in 2018. */
export const referenceSchema = object({
  id: field(text, "The other resource's id."),
  href: field(httpUrl, "Its REST address."),
});
export type Reference = InferOutput<typeof referenceSchema>;
