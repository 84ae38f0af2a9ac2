import type { Random } from "../../random.ts";
import { activateAccount } from "./account.ts";
import type { Order, PaymentPlan, Story } from "./story.ts";

/**
 * The company orders: somebody of an active account does, and the vendor is asked to make it. With the first order the
 * subscription is there from the same moment, but not yet told about; a further one has ids of its own.
 * Uncertain: that the subscription is as old as its order, and that who orders has an ACTIVE account.
 */
export function placeOrder(story: Story): Story {
  const { at, order, subscription, random } = story;
  const isFirst = order.status === "INITIALIZED";
  return {
    ...activateAccount(story),
    order: {
      ...order,
      ...(!isFirst && laterIds(order, random)),
      status: "PENDING_REMOTE_CREATION",
      placedAt: at,
      endedAt: undefined,
    },
    subscription: isFirst ? { ...subscription, createdAt: at } : subscription,
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
  /** What is different of the price; it is another plan then, with ids of its own. */
  plan?: Partial<PaymentPlan>;
}

/**
 * A new order in the place of the one that runs, in the state of its subscription at once.
 * Uncertain: that a change always makes one. The page on order and subscription statuses says that it finishes the old
 * order; source: help.appdirect.com/platform/Billing/Orders/order-and-subscription-statuses
 */
export function replaceOrder(story: Story, { quantity, plan }: Replacement): Story {
  const { at, order, subscription, random } = story;
  return {
    ...story,
    order: {
      ...order,
      ...laterIds(order, random),
      status: subscription.status === "SUSPENDED" ? "SUSPENDED" : "ACTIVE",
      placedAt: at,
      endedAt: undefined,
      previousId: order.id,
      plan: plan === undefined ? order.plan : { ...order.plan, ...laterPlanIds(order.plan, random), ...plan },
      quantity: quantity ?? order.quantity,
    },
  };
}

/** Numeric ids count up. */
function laterIds({ id, lineId }: Order, random: Random): Pick<Order, "id" | "uuid" | "lineId"> {
  return { id: id + random.integer(1, 500), uuid: random.uuid(), lineId: lineId + random.integer(1, 500) };
}

function laterPlanIds(plan: PaymentPlan, random: Random): Partial<PaymentPlan> {
  return {
    id: plan.id + random.integer(1, 500),
    uuid: random.uuid(),
    costId: plan.costId + random.integer(1, 500),
    pricingItemId: plan.pricingItemId + random.integer(1, 500),
    pricingItemUuid: random.uuid(),
  };
}

/** Unit price times quantity, counted in the currency's smallest coin so that it is exact. */
export function totalPrice({ plan, quantity }: Order): number {
  const coins = 10 ** plan.currency.decimals;
  return (Math.round(plan.unitPrice * coins) * quantity) / coins;
}
