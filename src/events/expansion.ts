import { cannotMakeUp, eventNames, generatableEventNames } from "./names.ts";
import { parsePattern, parsePatterns } from "./patterns.ts";

/**
 * The documented events that patterns name, in the order of the table, each once.
 * @param options.onlyGeneratable leaves out what cannot be made up; a pattern that names nothing else is a mistake.
 * @throws HooksError UNKNOWN_EVENT
 */
export function expandPatterns(texts: readonly string[], options: { onlyGeneratable?: boolean } = {}): string[] {
  const all = texts.join(",");
  const { matches } = parsePatterns(all);
  if (options.onlyGeneratable !== true) return eventNames.filter(matches);
  for (const pattern of all.split(",").map((one) => parsePattern(one, all))) {
    if (!pattern.takesAway && !generatableEventNames.some(pattern.fits)) {
      throw cannotMakeUp(eventNames.find(pattern.fits) ?? pattern.text);
    }
  }
  const names = generatableEventNames.filter(matches);
  if (names.length === 0) throw cannotMakeUp(all.trim());
  return names;
}
