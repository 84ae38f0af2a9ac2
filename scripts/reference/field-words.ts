import { type GenericSchema, getDescription, getTitle } from "valibot";
import { factsOf } from "../../src/events/schema/field.ts";
import { hasWrapped, unwrapped } from "../../src/events/schema/kinds.ts";

/** What is said of a field, in sentences: its meaning, the kind of its value, how sure it is. Empty where it is nothing. */
export function fieldWords(schema: GenericSchema): string {
  const layers = layersOf(schema);
  const meaning = layers.map((layer) => getDescription(layer)).find((text) => text !== undefined);
  const kind = getTitle(unwrapped(schema));
  const certainty = layers.map((layer) => factsOf(layer).certainty).find((one) => one !== undefined);
  return [
    meaning && sentence(meaning),
    kind && sentence(kind),
    certainty === "from the REST API" && "Known from the REST API.",
    certainty === "inferred" && "Not documented: inferred.",
  ]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" ");
}

/** Outermost first: what wraps a schema may have the say. */
function layersOf(schema: GenericSchema): GenericSchema[] {
  return hasWrapped(schema) ? [schema, ...layersOf(schema.wrapped)] : [schema];
}

/** `epoch milliseconds`: `Epoch milliseconds.`; a word such as `en_US` begins as it is written. */
function sentence(text: string): string {
  const begun = text.replace(/^[a-z]+(?=[ ,])/, (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
