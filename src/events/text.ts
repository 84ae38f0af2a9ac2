import { isObject, type Json } from "./json.ts";

/** The words at a place in content of any shape: undefined where there is nothing, or nothing that can be read. */
export function textAt(content: Json | undefined, ...place: (string | number)[]): string | undefined {
  const found = place.reduce<Json | undefined>(step, content);
  if (typeof found === "number") return String(found);
  return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
}

/** What there is of the parts, in their order. */
export function present(...parts: (string | undefined)[]): string[] {
  return parts.filter((part) => part !== undefined);
}

/** The parts that there are as one text, or nothing. */
export function joined(...parts: (string | undefined)[]): string | undefined {
  return present(...parts).join(" ") || undefined;
}

function step(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof key === "number") return Array.isArray(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
