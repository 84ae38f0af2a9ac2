import type { ReplayedNotice, ReplayResult, RetryingNotice } from "../../sessions/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import { jsonLine } from "../printable.ts";
import { tenths } from "../quantities.ts";

export function replayedJson({ number, name, file, event, uuid, target, attempt, attempts }: ReplayedNotice): string {
  return jsonLine({
    type: "delivery",
    number,
    name,
    file,
    event,
    uuid,
    target,
    ...attemptFacts(attempt),
    ...(attempts > 1 && { attempts }),
  });
}

/** An attempt that failed and is followed by another: `attempt` of `of`. */
export function retryingJson({ name, event, uuid, target, attempt, number, of, inMs }: RetryingNotice): string {
  const facts = attemptFacts(attempt);
  return jsonLine({ type: "attempt", attempt: number, of, name, event, uuid, target, ...facts, inMs: tenths(inMs) });
}

/** The last line for programs: `delivered` as in the end of a session, times to 0.1 ms. */
export function replayEndJson(result: ReplayResult): string {
  const { sent, succeeded, failed, failures, retries, reachedAny, latencyMs, behindMs, selected } = result;
  const { unreadable, untaken, durationMs, interrupted } = result;
  return jsonLine({
    type: "end",
    delivered: succeeded,
    sent,
    failed,
    failures: failures.map(({ why, count, example }) => ({ why, count, example })),
    retries,
    reachedAny,
    selected,
    unreadable,
    untaken,
    interrupted,
    durationMs: tenths(durationMs),
    latencyMs: latencyMs && latencyJson(latencyMs),
    behindMs: behindMs && tenths(behindMs),
  });
}

function latencyJson({ p50, p90, p95, p99, p999, max }: NonNullable<ReplayResult["latencyMs"]>) {
  return Object.fromEntries(Object.entries({ p50, p90, p95, p99, p999, max }).map(([name, ms]) => [name, tenths(ms)]));
}
