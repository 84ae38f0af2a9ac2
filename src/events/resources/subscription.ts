import { defineResource } from "../resource.ts";
import { cycleBefore } from "../story/billing.ts";
import type { Story } from "../story/story.ts";
import { cancelSubscription, changeQuantity, startSubscription, suspendSubscription } from "../story/subscribing.ts";
import { joined, present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { subscriptionPath } from "./content/reference.ts";
import { subscriptionContent } from "./content/subscription.ts";
import { orderedProduct } from "./order.ts";
import { subscriptionSchema } from "./schemas/subscription.ts";

export const subscription = defineResource({
  type: "SUBSCRIPTION",
  typeCertainty: "documented",
  summary: "A company's use of a product: its state, its seats and the order it runs on.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/subscription",
  fires: {
    ADDED: inferred("When a subscription is created by a purchase."),
    CHANGED: inferred("When a subscription changes: its status, its edition, its seats or the order it runs on."),
    REMOVED: documented("When a subscription was cancelled successfully."),
  },
  url: documented("/api/billing/v1/subscriptions/{uuid}"),
  shape: "documented",
  uncertain: [
    "Which state changes are sent; for example, whether a renewal is sent.",
    "`resource.url` was missing in both payloads of a REMOVED subscription captured in 2018.",
  ],
  schema: subscriptionSchema,
  headline: ({ company, order }, names) => present(names("company", joined(company?.id) ?? ""), orderedProduct(order)),
  matters: {
    status: "status",
    orderLines: "order.orderLines",
    user: "user",
    nextBillingDate: "order.nextBillingDate",
    endDate: "endDate",
    label: "label",
  },
  added: startSubscription,
  changes: [renewToday, buyOrReturnSome, suspendSubscription, cancelSubscription],
  sample: (story) => ({
    uuid: story.subscription.uuid,
    path: subscriptionPath(story.subscription),
    content: subscriptionContent(story),
  }),
});

/**
 * A billing cycle begins today: company and user signed up, and ordered, one before.
 * Uncertain: that AppDirect tells of a renewal; which state changes send this is not documented.
 */
function renewToday(story: Story): Story {
  const before = cycleBefore(story.order.plan.frequency, story.at);
  return {
    ...story,
    company: { ...story.company, createdAt: before },
    user: { ...story.user, createdAt: before, lastLoginAt: before },
    order: { ...story.order, placedAt: before },
    subscription: { ...story.subscription, createdAt: before },
  };
}

/** A fifth more or less, at least one. */
function buyOrReturnSome(story: Story): Story {
  const { quantity } = story.order;
  const difference = Math.ceil(quantity / 5);
  const less = quantity > difference && story.random.integer(0, 1) === 0;
  return changeQuantity(story, less ? quantity - difference : quantity + difference);
}
