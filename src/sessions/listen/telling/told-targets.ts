import type { Target } from "../../../delivery/index.ts";
import type { ToldTarget } from "../../notice.ts";
import { keptTargets } from "../../session-journal.ts";

/** The targets of a session as they are told. */
export function toldTargets(targets: readonly Target[]): (target: Target) => ToldTarget {
  const keptOf = keptTargets(targets);
  return (target) => ({ name: target.name, kept: keptOf(target) });
}
