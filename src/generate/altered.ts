import { type Assignment, isObject, type Json, type JsonObject, meantPath, setInText } from "../events/index.ts";
import { notInPayload } from "./sentences.ts";

/**
 * The payloads with these values set.
 * @throws HooksError BAD_VALUE for a path that cannot be set; with `strict` also for one that no payload has.
 */
export function altered(
  payloads: readonly JsonObject[],
  { set, strict }: { set: readonly Assignment[]; strict: boolean },
): JsonObject[] {
  if (set.length === 0) return [...payloads];
  const missing = new Map<Assignment, string | undefined>();
  const found = new Set<Assignment>();
  const after = payloads.map((payload) => {
    const text = set.reduce((before, one) => {
      const change = setInText(before, one.path, one.json);
      if (change.replaced > 0) found.add(one);
      else if (change.missing !== undefined) missing.set(one, meantPath(one.path, change.missing));
      return change.text;
    }, JSON.stringify(payload));
    const changed: Json = JSON.parse(text);
    return isObject(changed) ? changed : payload;
  });
  const doubted = strict ? set.find((one) => !found.has(one)) : undefined;
  if (doubted !== undefined) throw notInPayload(doubted.path.text, missing.get(doubted));
  return after;
}
