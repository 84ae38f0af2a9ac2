import type { Finding } from "./check.ts";
import { sharedFacts } from "./shared-facts.ts";
import type { DoctorSurroundings } from "./surroundings.ts";
import { checks, type CheckEntry } from "./table.ts";

/** Gives each finding as soon as it is there, in the order of the table; none after the signal. */
export async function* runChecks(
  surroundings: DoctorSurroundings,
  table: Readonly<Record<string, CheckEntry>> = checks,
): AsyncGenerator<Finding> {
  const facts = sharedFacts(surroundings);
  for (const [name, { load }] of Object.entries(table)) {
    const check = await load();
    const judgements = surroundings.signal.aborted ? [] : await check({ ...surroundings, facts });
    if (surroundings.signal.aborted) return; // what was cut off judges nothing
    for (const judgement of judgements) yield { check: name, ...judgement };
  }
}
