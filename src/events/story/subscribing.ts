import { activateOrder, placeOrder, replaceOrder } from "./ordering.ts";
import type { Story } from "./story.ts";

/**
 * The order is fulfilled, and placed before where it was not yet: the subscription is ACTIVE.
 * Uncertain: that who ordered is assigned to it at once.
 */
export function startSubscription(story: Story): Story {
  const ordered = activateOrder(story.order.status === "INITIALIZED" ? placeOrder(story) : story);
  return { ...ordered, subscription: { ...ordered.subscription, status: "ACTIVE", assignedUsers: 1 } };
}

/** The story with a subscription that was started, now where it was not before. */
export function subscribed(story: Story): Story {
  return story.subscription.status === "INITIALIZED" ? startSubscription(story) : story;
}

/**
 * It cannot be used for now, after an unpaid bill say.
 * Uncertain: that its order is SUSPENDED too; the documentation has the state for both.
 */
export function suspendSubscription(story: Story): Story {
  return {
    ...story,
    order: { ...story.order, status: "SUSPENDED" },
    subscription: { ...story.subscription, status: "SUSPENDED" },
  };
}

/** It can be used again, and has no end any more where it had one. */
export function reactivateSubscription(story: Story): Story {
  return {
    ...story,
    order: { ...story.order, status: "ACTIVE", endedAt: undefined },
    subscription: { ...story.subscription, status: "ACTIVE", endedAt: undefined },
  };
}

/**
 * It ends, and its order with it.
 * Uncertain: that the order is CANCELLED too and ends at the same moment, and that nobody is assigned any more.
 */
export function cancelSubscription(story: Story): Story {
  const { at, order, subscription } = story;
  return {
    ...story,
    order: { ...order, status: "CANCELLED", endedAt: at },
    subscription: { ...subscription, status: "CANCELLED", endedAt: at, assignedUsers: 0 },
  };
}

/** Seats, or other units, are added or taken away: it runs on a new order. */
export function changeQuantity(story: Story, quantity: number): Story {
  return replaceOrder(story, { quantity });
}
