import { isObject, type Json } from "./json.ts";

/** The words at a place in content of any shape: undefined where there is nothing, or nothing that can be read. */
export function textAt(content: Json | undefined, ...place: (string | number)[]): string | undefined {
  const found = place.reduce<Json | undefined>(step, content);
  return typeof found === "number" || typeof found === "string" ? words(found) : undefined;
}

/** What there is of the parts, in their order. */
export function present(...parts: (string | number | undefined)[]): string[] {
  return parts.map(words).filter((part) => part !== undefined);
}

/** The parts that there are as one text, or nothing. */
export function joined(...parts: (string | number | undefined)[]): string | undefined {
  return present(...parts).join(" ") || undefined;
}

/** Without the space around it; undefined where nothing else is there. */
function words(part: string | number | undefined): string | undefined {
  return part === undefined ? undefined : String(part).trim() || undefined;
}

function step(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof key === "number") return Array.isArray(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
