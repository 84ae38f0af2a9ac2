import { everyEvent, parseAssignment, readPatterns } from "../../events/index.ts";
import type { Criteria, Period } from "../../fixtures/index.ts";
import type { KeptSelection } from "../../state/index.ts";
import type { NamedSelection } from "../selecting.ts";

interface Names {
  names: readonly string[];
  cwd: string;
  /** When they were looked up. */
  at: Date;
}

/** How to choose the same once more; undefined for standard input alone, which is read only once. */
export function keptSelection(
  { names, cwd, at }: Names,
  { fixtures, count }: Pick<NamedSelection, "fixtures" | "count">,
  { events, where, since, until }: Criteria,
): KeptSelection | undefined {
  if (names.every((name) => name === "-")) return undefined;
  return {
    at: at.toISOString(),
    names,
    cwd,
    fixtures,
    ...(count !== undefined && { count }),
    ...(events.text !== everyEvent.text && { events: events.text }),
    ...(where.length > 0 && { where: where.map(({ path, json }) => `${path.text}=${json}`) }),
    ...(since && { since: since.toISOString() }),
    ...(until && { until: until.toISOString() }),
  };
}

/** What events had to meet to be chosen. */
export async function keptCriteria(kept: KeptSelection): Promise<Criteria> {
  const { events, where = [] } = kept;
  return {
    events: events === undefined ? everyEvent : await readPatterns(events),
    where: where.map(parseAssignment),
    ...keptPeriod(kept),
  };
}

export function keptPeriod({ since, until }: KeptSelection): Period {
  return {
    ...(since !== undefined && { since: new Date(since) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}
