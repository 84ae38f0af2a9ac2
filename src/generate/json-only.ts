import { noJson } from "./sentences.ts";

/**
 * `value` may hold what its type does not say: what JSON lacks would be sent as null, as `{}` or not at all, and a whole
 * number that is too large has lost digits before it came here. `path` is its place in the payload.
 * @throws HooksError BAD_VALUE
 */
export function refuseWhatIsNoJson(value: unknown, path: string, above: readonly unknown[] = []): void {
  const words = wordsOf(value, above);
  if (words !== undefined) throw noJson(path, words);
  if (typeof value !== "object" || value === null) return;
  const within = [...above, value];
  // Of a list each place, also one that was left empty.
  const parts: [string, unknown][] = Array.isArray(value)
    ? Array.from(value, (item: unknown, index) => [`[${index}]`, item])
    : Object.entries(value).map(([key, part]) => [`.${key}`, part]);
  for (const [step, part] of parts) refuseWhatIsNoJson(part, `${path}${step}`, within);
}

/** What a value is where JSON does not have it, or undefined. */
function wordsOf(value: unknown, above: readonly unknown[]): string | undefined {
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "number":
      return isExact(value) ? undefined : `the number ${value}`;
    case "object":
      return above.includes(value) ? "an object that contains itself" : wordsOfObject(value);
    case "function":
    case "symbol":
    case "bigint":
      return `a ${typeof value}`;
    default:
      return undefined;
  }
}

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

/** A plain object's prototype has none itself, also where it is of another realm, as in some test runners. */
function wordsOfObject(value: object | null): string | undefined {
  if (value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  return `an object of the class ${value.constructor.name}`;
}
