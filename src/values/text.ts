import { isHeaderText } from "../header.ts";
import { Unusable } from "./unusable.ts";

/** Any text that is not empty. Throws `Unusable`. */
export function readText(given: string): string {
  if (given === "") throw new Unusable("is empty");
  return given;
}

/** Of what should be a text and may be anything. Throws `Unusable`. */
export function textOnly(given: unknown): string {
  if (typeof given !== "string") throw new Unusable("is not text");
  return given;
}

/** Any text that is not empty and can be the value of a header. Throws `Unusable`. */
export function readHeaderText(given: string): string {
  if (!isHeaderText(given)) throw new Unusable("has a character that a header cannot have");
  return readText(given);
}
