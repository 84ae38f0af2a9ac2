import { openEnvironment } from "./environment.ts";
import { openFlags } from "./flags.ts";
import type { OpenSource, OptionSource, SourceSurroundings } from "./source.ts";

/** Where values come from, in the order in which they are asked. To add one, write its file and give it a line here. */
const sources = [openFlags, openEnvironment] satisfies readonly OpenSource[];

/** Where a value came from. */
export type Origin = ReturnType<(typeof sources)[number]>["origin"] | "default";

export type OpenedSource = OptionSource & { readonly origin: Origin };

export function openSources(surroundings: SourceSurroundings): OpenedSource[] {
  return sources.map((open) => open(surroundings));
}
