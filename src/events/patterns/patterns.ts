import { eventNames } from "../names.ts";
import { namedResources } from "../resources/index.ts";
import { mendPattern } from "./advice.ts";
import { everyEvent, type EventPatterns } from "./every-event.ts";
import { emptyPattern, noSuchEvent, nothingLeft } from "../sentences.ts";

/**
 * Reads patterns separated by commas; upper case and white space around them do not matter, nor does their order: what
 * a `!` takes away stays away, and only such patterns mean everything else. `*` (or `*.*`) is every event, those that
 * AppDirect does not document and `invalid` among them; `unknown` is what is no webhook or not documented.
 * @throws HooksError UNKNOWN_EVENT for a pattern that fits nothing AppDirect sends, or when nothing is left over.
 */
export function parsePatterns(text: string): EventPatterns {
  const patterns = text.split(",").map((one) => parsePattern(one, text));
  const wanted = patterns.filter((pattern) => !pattern.takesAway);
  const taken = patterns.filter((pattern) => pattern.takesAway);
  const matches = (name: string) =>
    (wanted.length === 0 || wanted.some((one) => one.fits(name))) && !taken.some((one) => one.fits(name));
  if (!possibleNames.some(matches)) throw nothingLeft(text.trim());
  return { text: text.trim(), matches };
}

/** Several of them as one, as if they had been written with commas between them; of none, every event. Throws the same. */
export function joinPatterns(all: readonly EventPatterns[]): EventPatterns {
  return all.length === 0 ? everyEvent : parsePatterns(all.map(({ text }) => text).join(","));
}

/** Whether both take the same events, however they are written: `user` and `user.*`. */
export function areSamePatterns(one: EventPatterns, other: EventPatterns): boolean {
  return possibleNames.every((name) => one.matches(name) === other.matches(name));
}

export interface EventPattern {
  /** Without the `!`, in lower case: `subscription.*`. */
  text: string;
  takesAway: boolean;
  fits(eventName: string): boolean;
}

/** Every kind of name that can come, documented or not, to tell whether patterns leave anything over. */
const possibleNames = [
  ...eventNames,
  ...["added", "changed", "removed", "undocumented"].map((action) => `undocumented.${action}`),
  "unknown",
  "invalid",
];

/** One pattern of a list; the whole text is for the message only. */
export function parsePattern(written: string, all: string): EventPattern {
  const trimmed = written.trim().toLowerCase();
  const takesAway = trimmed.startsWith("!");
  const text = takesAway ? trimmed.slice(1).trim() : trimmed;
  if (text === "") throw emptyPattern(all);
  const fits = readPattern(text);
  if (fits === undefined) throw noSuchEvent(written.trim(), mendPattern(text, canMatch));
  return { text, takesAway, fits };
}

/** What a pattern matches; undefined where no event can match it. */
function readPattern(text: string): EventPattern["fits"] | undefined {
  if (text === "*" || text === "*.*") return () => true;
  if (text === "invalid") return (name) => name === "invalid";
  if (text === "unknown") return (name) => name !== "invalid" && !eventNames.includes(name);
  const [resource = "", action = "*", ...more] = text.split(".");
  if (more.length > 0) return undefined;
  const name = resource === "*" ? "*" : resourceNameOf(resource);
  const documented = eventNames.some((one) => fitsParts(one, name, action));
  return documented ? (eventName) => fitsParts(eventName, name, action) : undefined;
}

const canMatch = (text: string): boolean => readPattern(text) !== undefined;

function fitsParts(eventName: string, resource: string | undefined, action: string): boolean {
  const [itsResource, itsAction] = eventName.split(".");
  if (itsAction === undefined) return false;
  return (resource === "*" || itsResource === resource) && (action === "*" || itsAction === action);
}

/** The resource that a word names, in lower case: `lead` is accepted for `sales_lead`, as LEAD is in `resource.type`. */
export function resourceNameOf(word: string): string | undefined {
  const meant = ({ name, definition }: (typeof namedResources)[number]) =>
    name === word || definition.otherTypes?.some((type) => type.toLowerCase() === word);
  return namedResources.find(meant)?.name;
}
