import type { PurchaseIdentity } from "../../resource.ts";

/** Epoch milliseconds rounded down to the second, as creation dates were in every payload seen. */
export const toSecond = (date: Date): number => Math.floor(date.getTime() / 1000) * 1000;

/** Epoch milliseconds of midnight, UTC. A captured order began at its marketplace's midnight. */
export const toDay = (date: Date): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());

/** `2026-01-15`, UTC. */
export const toIsoDay = (date: Date): string => new Date(toDay(date)).toISOString().slice(0, 10);

const monthsOf = { MONTHLY: 1, YEARLY: 12 } satisfies Record<PurchaseIdentity["frequency"], number>;

/** The billing cycle that `at` falls in: midnights, epoch milliseconds. */
export function billingCycle(purchase: PurchaseIdentity, at: Date): { start: number; next: number } {
  const months = monthsOf[purchase.frequency];
  const first = purchase.orderedAt;
  const apart = (at.getUTCFullYear() - first.getUTCFullYear()) * 12 + at.getUTCMonth() - first.getUTCMonth();
  const near = Math.max(0, Math.floor(apart / months));
  const cycle = near > 0 && addMonths(first, near * months) > at.getTime() ? near - 1 : near;
  return { start: addMonths(first, cycle * months), next: addMonths(first, (cycle + 1) * months) };
}

/** Midnight so many months later; 31 January plus one is the last day of February. */
function addMonths(date: Date, months: number): number {
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay));
}
