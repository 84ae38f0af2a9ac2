import type { ReplayResult } from "../../src/sessions/index.ts";

/** Of a run that sent two events in half a second. */
export function replayResult(different: Partial<ReplayResult> = {}): ReplayResult {
  return {
    sent: 2,
    succeeded: 2,
    failed: 0,
    failures: [],
    reachedAny: true,
    latencyMs: { p50: 12, p90: 60, p95: 104, p99: 1_400, p999: 2_000, max: 2_300 },
    retries: 0,
    selected: 2,
    recordedFailures: 0,
    unreadable: 0,
    untaken: 0,
    durationMs: 500,
    interrupted: false,
    ...different,
  };
}
