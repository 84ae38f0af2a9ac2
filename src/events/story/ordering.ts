import { activateAccount } from "./account.ts";
import type { Order, Story } from "./story.ts";

/**
 * The company orders: somebody of an active account does, and the vendor is asked to make it. The subscription is there
 * from the same moment, as in a payload captured in 2018, but not yet told about.
 */
export function placeOrder(story: Story): Story {
  const { at, order, subscription } = story;
  return {
    ...activateAccount(story),
    order: { ...order, status: "PENDING_REMOTE_CREATION", placedAt: at },
    subscription: { ...subscription, createdAt: at },
  };
}

/** The vendor made what was ordered. */
export function activateOrder(story: Story): Story {
  return { ...story, order: { ...story.order, status: "ACTIVE" } };
}

/** Another order takes its place. */
export function finishOrder(story: Story): Story {
  return { ...story, order: { ...story.order, status: "FINISHED", endedAt: story.at } };
}

/** What a new order may have otherwise than the one before. */
export interface Replacement {
  quantity?: number;
  plan?: Partial<Order["plan"]>;
}

/**
 * A new order in the place of the one that runs, ACTIVE at once.
 * Uncertain: that a change always makes one. The page on order and subscription statuses says that it finishes the old
 * order; source: help.appdirect.com/platform/Billing/Orders/order-and-subscription-statuses
 */
export function replaceOrder(story: Story, { quantity, plan }: Replacement): Story {
  const { at, order, random } = story;
  return {
    ...story,
    order: {
      ...order,
      id: order.id + random.integer(1, 500),
      uuid: random.uuid(),
      lineId: order.lineId + random.integer(1, 500),
      status: "ACTIVE",
      placedAt: at,
      endedAt: undefined,
      previousId: order.id,
      plan: { ...order.plan, ...plan },
      quantity: quantity ?? order.quantity,
    },
  };
}

/** Unit price times quantity, counted in the currency's smallest coin so that it is exact. */
export function totalPrice({ plan, quantity }: Order): number {
  const coins = 10 ** plan.currency.decimals;
  return (Math.round(plan.unitPrice * coins) * quantity) / coins;
}
