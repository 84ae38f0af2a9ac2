import type { Random } from "../../../random.ts";

/** How long to wait after so many failures in a row, in ms: up to a fifth more or less, so that many do not ask at once. */
export function waitAfter(failures: number, waitsMs: readonly number[], random: Random): number {
  const waitMs = waitsMs[Math.min(failures, waitsMs.length) - 1] ?? 0;
  return Math.round((waitMs * random.integer(80, 120)) / 100);
}
