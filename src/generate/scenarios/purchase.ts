import { happenings } from "../../events/index.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A company signs up, looks around and buys; the vendor's answer makes the order ACTIVE, and the subscription is there.
 * Uncertain: that SUBSCRIPTION ADDED follows the order's change; the documentation gives no order of the webhooks.
 */
export const purchase: Scenario = {
  steps: [
    { event: "company.added" },
    { event: "user.added", after: ["200ms", "2s"] },
    { event: "membership.added", after: ["100ms", "1s"] },
    { event: "order.added", after: ["4m", "40m"] },
    { event: "order.changed", after: ["2s", "30s"], change: happenings.activateOrder },
    { event: "subscription.added", after: ["100ms", "2s"] },
  ],
};
