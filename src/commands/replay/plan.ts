import type { OptionValues } from "../../config/index.ts";
import { retryWaitsMs } from "../../delivery/index.ts";
import type { Criteria } from "../../fixtures/index.ts";
import { seededRandom, type Random } from "../../random.ts";
import type { ReplayOptions, Timing } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";

/** Which events are sent, when, in which order, and how often. */
export interface Plan extends Pick<
  ReplayOptions,
  "criteria" | "order" | "timing" | "retryWaitsMs" | "duplicatePercent" | "shuffle" | "selection" | "resumes"
> {
  networkRandom?: Random;
}

type PlanName =
  | ("events" | "where" | "since" | "until")
  | ("order" | "sendRate" | "pace" | "retry" | "retryScale")
  | ("duplicatePercent" | "shuffled" | "networkSeed");

export function planOf(options: OptionValues<PlanName>, { clock }: Pick<CommandContext, "clock">): Plan {
  const { order, retry, retryScale = 1, duplicatePercent = 0, shuffled, networkSeed } = options;
  const timing = timingOf(options);
  return {
    criteria: criteriaOf(options, clock.now()),
    ...(order !== undefined && { order }),
    ...(timing !== undefined && { timing }),
    retryWaitsMs: retry === undefined ? [] : retryWaitsMs().map((ms) => ms / retryScale),
    duplicatePercent,
    shuffle: shuffled,
    ...(networkSeed !== undefined && { networkRandom: seededRandom(networkSeed) }),
  };
}

function criteriaOf(
  { events, where, since, until }: OptionValues<"events" | "where" | "since" | "until">,
  now: Date,
): Criteria {
  return { events, where, ...(since && { since: since(now) }), ...(until && { until: until(now) }) };
}

function timingOf({ sendRate, pace }: OptionValues<"sendRate" | "pace">): Timing | undefined {
  if (pace !== undefined) return { pace };
  return sendRate === undefined ? undefined : { perSecond: sendRate };
}
