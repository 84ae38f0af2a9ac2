import { reached, type Attempt } from "./attempt.ts";

/** Counts attempts for a summary, in constant memory. */
export interface Statistics {
  count(attempt: Attempt): void;
  summary(): Summary;
}

export interface Summary {
  sent: number;
  succeeded: number;
  failed: number;
  /** How many failed by status or reason, most frequent first: `500`, `exit code 2`, `timed out`. */
  failures: { why: string; count: number }[];
  reachedAny: boolean;
  /** Of what was answered, within 1 %; undefined if nothing was. */
  latencyMs?: { p50: number; p95: number; p99: number };
}

export function createStatistics(): Statistics {
  const latencies = createHistogram();
  const failures = new Map<string, number>();
  let sent = 0;
  let good = 0;
  let reachedAny = false;
  return {
    count(attempt) {
      sent += 1;
      reachedAny ||= reached(attempt);
      if (attempt.outcome !== "failed") latencies.add(attempt.durationMs);
      if (attempt.outcome === "accepted") good += 1;
      else failures.set(attempt.reason, (failures.get(attempt.reason) ?? 0) + 1);
    },
    summary() {
      const byCount = [...failures].map(([why, count]) => ({ why, count })).toSorted((a, b) => b.count - a.count);
      const at = latencies.percentile;
      const latencyMs = latencies.size === 0 ? undefined : { p50: at(50), p95: at(95), p99: at(99) };
      return { sent, succeeded: good, failed: sent - good, failures: byCount, reachedAny, latencyMs };
    },
  };
}

/** Each bucket is 2 % wider than the one before, so the middle of it is within 1 % of all that it counts. */
const growth = 1.02;
const smallestMs = 0.01;
const bucketCount = 1_400; // up to 0.01 ms · 1.02^1400, which is more than three days

function createHistogram() {
  const buckets = new Uint32Array(bucketCount);
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(ms: number): void {
      const bucket = Math.floor(Math.log(Math.max(ms, smallestMs) / smallestMs) / Math.log(growth));
      const index = Math.min(bucket, bucketCount - 1);
      buckets[index] = (buckets[index] ?? 0) + 1;
      size += 1;
    },
    /** The least value that so many percent do not exceed. */
    percentile(percent: number): number {
      let left = Math.ceil((size * percent) / 100);
      const index = buckets.findIndex((count) => (left -= count) <= 0);
      return smallestMs * growth ** (index + 0.5);
    },
  };
}
