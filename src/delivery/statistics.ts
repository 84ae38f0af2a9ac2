import { reached, type Attempt } from "./attempt.ts";

export interface Summary {
  sent: number;
  succeeded: number;
  failed: number;
  /** How many failed by status or reason, most frequent first: `500`, `exit code 2`, `timed out`. */
  failures: { why: string; count: number }[];
  reachedAny: boolean;
  /** Of what was answered, within 1 %, `max` exactly; undefined if nothing was. */
  latencyMs?: Latency;
}

/** How long at most so many percent took, in ms; `p999` is 99.9 percent. */
export interface Latency {
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  p999: number;
  max: number;
}

/** Counts attempts for a summary, in constant memory. */
export class Statistics {
  readonly #latencies = new Histogram();
  readonly #failures = new Map<string, number>();
  #sent = 0;
  #succeeded = 0;
  #reachedAny = false;

  /** What an attempt took, from when it was due: `lateMs` before it set out. */
  took(attempt: Attempt, lateMs = 0): void {
    this.#reachedAny ||= reached(attempt);
    if (attempt.outcome !== "failed") this.#latencies.add(lateMs + attempt.durationMs);
  }

  /** What became of a delivery: its last attempt. */
  count(attempt: Attempt): void {
    this.#sent += 1;
    if (attempt.outcome === "accepted") this.#succeeded += 1;
    else this.#failures.set(attempt.reason, (this.#failures.get(attempt.reason) ?? 0) + 1);
  }

  summary(): Summary {
    return {
      sent: this.#sent,
      succeeded: this.#succeeded,
      failed: this.#sent - this.#succeeded,
      failures: [...this.#failures].map(([why, count]) => ({ why, count })).toSorted((a, b) => b.count - a.count),
      reachedAny: this.#reachedAny,
      latencyMs: this.#latencyMs(),
    };
  }

  #latencyMs(): Summary["latencyMs"] {
    const { size, max } = this.#latencies;
    const at = (percent: number) => this.#latencies.percentile(percent);
    return size === 0 ? undefined : { p50: at(50), p90: at(90), p95: at(95), p99: at(99), p999: at(99.9), max };
  }
}

/** Each bucket is 2 % wider than the one before, so the middle of it is within 1 % of all that it counts. */
const growth = 1.02;
const smallestMs = 0.01;
const bucketCount = 1_400; // up to 0.01 ms · 1.02^1400, which is more than three days

class Histogram {
  readonly #buckets = new Uint32Array(bucketCount);
  size = 0;
  max = 0;

  add(ms: number): void {
    if (ms > this.max) this.max = ms;
    const bucket = Math.floor(Math.log(Math.max(ms, smallestMs) / smallestMs) / Math.log(growth));
    const index = Math.min(bucket, bucketCount - 1);
    this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
    this.size += 1;
  }

  /** The least value that so many percent do not exceed, and never more than the greatest of all. */
  percentile(percent: number): number {
    let left = Math.ceil((this.size * percent) / 100);
    const index = this.#buckets.findIndex((count) => (left -= count) <= 0);
    return Math.min(this.max, smallestMs * growth ** (index + 0.5));
  }
}
