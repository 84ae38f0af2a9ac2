import { didYouMean, type HooksError } from "../errors.ts";
import { eventNamed, eventNames } from "./names.ts";
import { parsePattern, parsePatterns } from "./patterns/patterns.ts";
import type { ResourceAction, ResourceDefinition } from "./resource.ts";
import { noSuchEvent, nothingLeft } from "./sentences.ts";

/**
 * The documented events that patterns name, in the order of the table, each once. A pattern that names none of them,
 * such as `invalid`, is a mistake.
 * @throws HooksError UNKNOWN_EVENT
 */
export function expandPatterns(texts: readonly string[]): string[] {
  const all = texts.join(",");
  const { matches } = parsePatterns(all);
  for (const pattern of all.split(",").map((one) => parsePattern(one, all))) {
    if (!pattern.takesAway && !eventNames.some(pattern.fits)) throw undocumented(pattern.text);
  }
  const names = eventNames.filter(matches);
  if (names.length === 0) throw nothingLeft(all.trim());
  return names;
}

/**
 * The two parts of a documented event's name, which is written exactly.
 * @throws HooksError UNKNOWN_EVENT
 */
export function documentedEvent(name: string): { definition: ResourceDefinition; action: ResourceAction } {
  const event = eventNamed(name);
  if (event === undefined) throw undocumented(name);
  return event;
}

function undocumented(name: string): HooksError {
  const hint = "Name one that AppDirect documents, such as user.added.";
  return noSuchEvent(name, [didYouMean(name, eventNames), hint].filter((part) => part !== undefined).join(" "));
}
