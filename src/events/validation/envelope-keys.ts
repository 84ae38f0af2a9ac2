import { isObject, type JsonObject } from "../json.ts";
import { foundWords } from "./found-words.ts";

export const envelopeKeys = ["uuid", "timestamp", "resource", "resourceAction"];

/** Whether it has any field of a webhook. */
export function hasEnvelope(payload: unknown): payload is JsonObject {
  return isObject(payload) && envelopeKeys.some((name) => Object.hasOwn(payload, name));
}

/** What is there instead of a webhook: `a list`, `an object without any field of a webhook`. */
export function noEnvelopeWords(payload: unknown): string {
  return `${foundWords(payload)}${isObject(payload) ? " without any field of a webhook" : ""}`;
}
