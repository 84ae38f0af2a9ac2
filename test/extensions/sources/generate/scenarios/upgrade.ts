import { happenings, type Story } from "../../events/index.ts";
import type { Scenario } from "./scenario.ts";

/** A subscription is suspended for an unpaid bill, reactivated, and upgraded to another edition at twice the price. */
export const upgrade: Scenario = {
  steps: [
    { event: "subscription.added" },
    { event: "subscription.changed", after: "30d", change: happenings.suspendSubscription },
    { event: "subscription.changed", after: ["1d", "5d"], change: happenings.reactivateSubscription },
    { event: "order.changed", after: "10d", change: happenings.finishOrder },
    { event: "order.added", change: toEnterprise },
    { event: "subscription.changed", after: "1s" },
  ],
};

function toEnterprise(story: Story): Story {
  const product = { ...story.product, editionId: "77777", editionName: "Enterprise" };
  const unitPrice = story.order.plan.unitPrice * 2;
  return happenings.replaceOrder({ ...story, product }, { plan: { unitPrice } });
}
