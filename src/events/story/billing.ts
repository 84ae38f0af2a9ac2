import type { BillingFrequency, Order } from "./story.ts";

const monthsOf = { MONTHLY: 1, YEARLY: 12 } satisfies Record<BillingFrequency, number>;

/** Epoch milliseconds of midnight, UTC. A captured order began at its marketplace's midnight. */
export const toDay = (date: Date): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());

/** The billing cycle of an order that `at` falls in: midnights, epoch milliseconds. */
export function billingCycle({ plan, placedAt }: Order, at: Date): { start: number; next: number } {
  const months = monthsOf[plan.frequency];
  const apart = (at.getUTCFullYear() - placedAt.getUTCFullYear()) * 12 + at.getUTCMonth() - placedAt.getUTCMonth();
  const near = Math.max(0, Math.floor(apart / months));
  const cycle = near > 0 && addMonths(placedAt, near * months) > at.getTime() ? near - 1 : near;
  return { start: addMonths(placedAt, cycle * months), next: addMonths(placedAt, (cycle + 1) * months) };
}

/** In eight years every day of the calendar comes again, 29 February around 1900 too. */
const longestMonths = 8 * 12;

/**
 * The last moment at which an order of that frequency can have been placed for its billing cycle to begin anew on the
 * day of `at`. A day that the month before lacks is found some months further back.
 */
export function cycleBefore(frequency: BillingFrequency, at: Date): Date {
  const months = monthsOf[frequency];
  let back = months;
  while (back < longestMonths && addMonths(new Date(addMonths(at, -back)), back) !== toDay(at)) back += months;
  return new Date(addMonths(at, -back) + (at.getTime() - toDay(at)));
}

/** Midnight so many months later; 31 January plus one is the last day of February. */
function addMonths(date: Date, months: number): number {
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay));
}
