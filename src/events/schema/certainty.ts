/** How sure we are of something that we say about AppDirect: its pages say it, a captured payload has it, or we conclude it. */
export type Certainty = "documented" | "seen" | "inferred";

/**
 * Where the shape of a content comes from: AppDirect's page on the webhook, its page on the same thing in the REST API,
 * or our conclusion.
 */
export type ShapeCertainty = "documented" | "from the REST API" | "inferred";

/** A sentence about AppDirect, and how sure it is. */
export interface Fact {
  text: string;
  certainty: Certainty;
}

export const documented = (text: string): Fact => ({ text, certainty: "documented" });
export const inferred = (text: string): Fact => ({ text, certainty: "inferred" });
