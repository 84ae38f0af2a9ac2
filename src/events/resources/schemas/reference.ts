import { type InferOutput, object } from "valibot";
import { httpUrl, text } from "./scalars.ts";

/** `{id, href}`: how one resource's content names another. Seen in a subscription captured in 2018. */
export const referenceSchema = object({ id: text, href: httpUrl });
export type Reference = InferOutput<typeof referenceSchema>;
