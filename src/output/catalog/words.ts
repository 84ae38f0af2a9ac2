import { type Fact, isUndocumented, type NamedResource } from "../../events/index.ts";

/** How sure the shape of a resource's content is, in a table: `documented`, `not documented`. */
export function shapeWord(resource: NamedResource): string {
  return isUndocumented(resource) ? "not documented" : shapeWords[resource.definition.shape];
}

const shapeWords = {
  documented: "documented",
  "from the REST API": "from REST API",
  inferred: "inferred",
} as const;

/** The same as a sentence. */
export function shapeSentence(resource: NamedResource): string {
  return isUndocumented(resource) ? "Not documented: any object is valid." : shapeSentences[resource.definition.shape];
}

const shapeSentences = {
  documented: "Its fields are documented on AppDirect's webhook page.",
  "from the REST API": "Its fields are those of the same resource in the REST API.",
  inferred: "Its fields are inferred; no AppDirect page lists them.",
} as const;

/** With a word behind it where it is not AppDirect's own. */
export function factText({ text, certainty }: Fact): string {
  return certainty === "documented" ? text : `${text} (${certainty})`;
}
