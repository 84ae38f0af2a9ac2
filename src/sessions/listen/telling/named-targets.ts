import type { Target } from "../../../delivery/index.ts";
import type { NamedTarget } from "../../notice.ts";
import { keptTargets } from "../../session-journal.ts";

/** The targets of a session as they are told. */
export function namedTargets(targets: readonly Target[]): (target: Target) => NamedTarget {
  const keptOf = keptTargets(targets);
  return (target) => ({ name: target.name, kept: keptOf(target) });
}
