import { openEnvironment } from "./environment.ts";
import { openFlags } from "./flags.ts";
import type { OpenSource, OptionSource, SourceSurroundings } from "./source.ts";

/** Where values come from, in the order in which they are asked. To add one, write its file and give it a line here. */
const sources = {
  flag: openFlags,
  environment: openEnvironment,
} satisfies Record<string, OpenSource>;

/** Where a value came from. */
export type Origin = keyof typeof sources | "default";

/** A source under the name by which lists call it. */
export interface OpenedSource extends OptionSource {
  origin: Origin;
}

export function openSources(surroundings: SourceSurroundings): OpenedSource[] {
  return originsOf(sources).map((origin) => ({ origin, ...sources[origin](surroundings) }));
}

function originsOf(table: typeof sources): (keyof typeof sources)[] {
  return Object.keys(table) as (keyof typeof sources)[];
}
