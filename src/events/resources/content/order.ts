import { billingCycle, toDay } from "../../story/billing.ts";
import { totalPrice } from "../../story/ordering.ts";
import type { BillingFrequency, Story } from "../../story/story.ts";
import type { OrderLineContent } from "../schemas/order-line.ts";
import type { OrderContent } from "../schemas/order.ts";
import { toIsoDay, toSecondOrNull } from "./dates.ts";
import { paymentPlan } from "./payment-plan.ts";
import { companyReference, subscriptionPath, userReference } from "./reference.ts";

/**
 * ORDER's content, also inside a subscription.
 * Uncertain: `activated`, which was false in a payload captured in 2018 although the order was ACTIVE; and `type`, for
 * an order that takes another's place: the documented list is cut.
 */
export function orderContent(story: Story): OrderContent {
  const { marketplaceUrl, order, subscription } = story;
  return {
    uuid: order.uuid,
    ...orderDates(story),
    status: order.status,
    frequency: order.plan.frequency,
    currency: order.plan.currency.code,
    type: "NEW",
    totalPrice: totalPrice(order),
    user: userReference(story),
    salesSupportUser: null,
    salesSupportCompany: null,
    company: companyReference(story),
    referenceCode: null,
    transactionMode: null,
    paymentPlan: paymentPlan(story),
    contract: null,
    previousOrder: order.previousId === undefined ? null : { id: order.previousId },
    nextOrder: null,
    discount: null,
    paymentPlanId: order.plan.id,
    discountId: null,
    activated: false,
    oneTimeOrders: [],
    orderLines: [orderLine(story)],
    parameters: [],
    customAttributes: [],
    links: [{ rel: "subscription", href: `${marketplaceUrl}${subscriptionPath(subscription)}` }],
    id: order.id,
  };
}

/** Uncertain: that billing dates are there only while the order runs, suspended or not. */
function orderDates({ at, order }: Story) {
  const cycle = order.status === "ACTIVE" || order.status === "SUSPENDED" ? billingCycle(order, at) : undefined;
  return {
    startDate: toDay(order.placedAt),
    endDate: toSecondOrNull(order.endedAt),
    serviceStartDate: toIsoDay(order.placedAt),
    nextBillingDate: cycle?.next ?? null,
    endOfDiscountDate: null,
    cycleStartDate: cycle?.start ?? null,
    billingEndDate: null,
  };
}

const feeOf = { MONTHLY: "Monthly Fee", YEARLY: "Yearly Fee" } satisfies Record<BillingFrequency, string>;

/** An ITEM line; `percentage` is on TAX lines only. */
function orderLine({ product, order }: Story): OrderLineContent {
  const { plan } = order;
  return {
    id: order.lineId,
    editionPricingItemId: plan.pricingItemId,
    type: "ITEM",
    unit: plan.unit,
    quantity: order.quantity,
    price: plan.unitPrice,
    listingPrice: plan.unitPrice,
    totalPrice: totalPrice(order),
    applicationName: product.name,
    editionName: product.editionName,
    description: `${product.name} - ${product.editionName} - ${feeOf[plan.frequency]}`,
  };
}
