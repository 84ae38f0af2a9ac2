import { everyEvent } from "../../events/index.ts";
import { meansAll } from "../../fixtures/index.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import type { Plan } from "./plan.ts";
import type { Expected } from "./progress.ts";

export interface Countable extends Pick<ReplayOptions, "targets"> {
  /** How many fixtures, where that is known, and whether each goes to targets of its own. */
  count?: number;
  haveOwnTargets?: true;
  plan: Pick<Plan, "criteria" | "duplicatePercent">;
}

/** How many deliveries there will be, where every fixture goes to every target; else how many at most. */
export function deliveryCounts(
  { count, targets, haveOwnTargets, plan }: Countable,
  { times }: { times: number },
): { expected?: Expected; most?: number } {
  if (count === undefined) return {};
  const { criteria, duplicatePercent = 0 } = plan;
  const ofEach = targets.length * times * (1 + duplicatePercent / 100);
  const isEach =
    meansAll(criteria) &&
    targets.every(({ patterns }) => patterns.text === everyEvent.text) &&
    (haveOwnTargets !== true || targets.length === 1);
  if (!isEach) return { most: count * targets.length * times * (duplicatePercent > 0 ? 2 : 1) };
  return { expected: { count: Math.round(count * ofEach), isAbout: duplicatePercent > 0, ofEach } };
}
