import type { Scenario } from "./scenario.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/**
 * A company signs up, looks around and buys; the vendor's answer makes the order ACTIVE, and the subscription is there.
 * Uncertain: that SUBSCRIPTION ADDED follows the order's change; the documentation gives no order of the webhooks.
 */
export const purchase: Scenario = {
  steps: [
    { event: "company.added", afterMs: [0, 0] },
    { event: "user.added", afterMs: [200, 2 * secondMs] },
    { event: "membership.added", afterMs: [100, secondMs] },
    { event: "order.added", afterMs: [4 * minuteMs, 40 * minuteMs] },
    { event: "order.changed", afterMs: [2 * secondMs, 30 * secondMs] },
    { event: "subscription.added", afterMs: [100, 2 * secondMs] },
  ],
};
