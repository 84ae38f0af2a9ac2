import { unitsMs } from "../duration.ts";

/**
 * How long AppDirect waits after each failed attempt before the next, in ms.
 * Source: developer.appdirect.com/webhooks/webhookFAQ: "11 planned attempts including the original one"; our copy of its
 * table ends with the wait of two hours.
 */
export const documentedWaitsMs: readonly number[] = [
  5 * unitsMs.m,
  10 * unitsMs.m,
  20 * unitsMs.m,
  40 * unitsMs.m,
  1 * unitsMs.h,
  2 * unitsMs.h,
];

/**
 * The waits behind those. Not confirmed: that the doubling goes on is a guess, and another page of the documentation has
 * 12 attempts (developer.appdirect.com/webhooks/webookconfig/managewebhooks).
 */
export const unconfirmedWaitsMs: readonly number[] = [4 * unitsMs.h, 8 * unitsMs.h, 16 * unitsMs.h, 32 * unitsMs.h];

/** Within which AppDirect wants an answer, in ms. Source: developer.appdirect.com/webhooks/webhookFAQ */
export const answerTimeoutMs = 30 * unitsMs.s;

/** The wait after each failed attempt but the last, in ms; `tail` in place of what is not confirmed. */
export function retryWaitsMs(tail: readonly number[] = unconfirmedWaitsMs): readonly number[] {
  return [...documentedWaitsMs, ...tail];
}
