import type { Story } from "../../story/story.ts";
import type { SubscriptionContent } from "../schemas/subscription.ts";
import { toSecond, toSecondOrNull } from "./dates.ts";
import { orderContent } from "./order.ts";
import { companyReference, editionReference, productReference, userReference } from "./reference.ts";

/** SUBSCRIPTION's content, its order in it. Uncertain: `maxUsers` where the unit is not USER. */
export function subscriptionContent(story: Story): SubscriptionContent {
  const { order, subscription } = story;
  return {
    id: subscription.uuid,
    parentSubscriptionId: null,
    creationDate: toSecond(subscription.createdAt),
    endDate: toSecondOrNull(subscription.endedAt),
    externalId: null,
    externalAccountId: subscription.accountIdentifier,
    status: subscription.status,
    label: null,
    maxUsers: order.plan.unit === "USER" ? order.quantity : null,
    assignedUsers: subscription.assignedUsers,
    order: orderContent(story),
    upcomingOrder: null,
    user: userReference(story),
    company: companyReference(story),
    product: productReference(story),
    edition: editionReference(story),
    redirectUrl: null,
    internalId: subscription.uuid,
    bundleApplicationId: null,
    isFreeTrialExtensionRequest: false,
    freeTrialExtensionRequest: false,
    autoRenew: true,
    customAttributes: [],
  };
}
