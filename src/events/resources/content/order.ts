import type { JsonObject } from "../../json.ts";
import type { PurchaseIdentity, Story } from "../../resource.ts";
import { billingCycle, toDay, toIsoDay, toSecond } from "./dates.ts";
import { paymentPlan } from "./payment-plan.ts";
import { companyReference, subscriptionPath, userReference } from "./reference.ts";

/** Three of the documented states: ordered, running, ended. */
export type OrderStatus = "PENDING_REMOTE_CREATION" | "ACTIVE" | "CANCELLED";

/**
 * ORDER's content, also inside a subscription. Order of the keys as in a subscription captured in 2018; `uuid`,
 * `cycleStartDate`, `billingEndDate` and `transactionMode` come from a public client of the REST API.
 * Uncertain: `activated`, which was false in the capture although the order was ACTIVE.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order
 */
export function orderContent(story: Story, status: OrderStatus): JsonObject {
  const { marketplaceUrl, purchase } = story;
  return {
    uuid: purchase.orderUuid,
    ...orderDates(story, status),
    status,
    frequency: purchase.frequency,
    currency: purchase.currency,
    type: "NEW",
    totalPrice: purchase.totalPrice,
    user: userReference(story),
    salesSupportUser: null,
    salesSupportCompany: null,
    company: companyReference(story),
    referenceCode: null,
    transactionMode: null,
    paymentPlan: paymentPlan(story),
    contract: null,
    previousOrder: null,
    nextOrder: null,
    discount: null,
    paymentPlanId: purchase.paymentPlanId,
    discountId: null,
    activated: false,
    oneTimeOrders: [],
    orderLines: [orderLine(story)],
    parameters: [],
    customAttributes: [],
    links: [{ rel: "subscription", href: `${marketplaceUrl}${subscriptionPath(purchase)}` }],
    id: purchase.orderId,
  };
}

/** Billing dates are there while the order runs. */
function orderDates({ at, purchase }: Story, status: OrderStatus): JsonObject {
  const cycle = status === "ACTIVE" ? billingCycle(purchase, at) : undefined;
  return {
    startDate: toDay(purchase.orderedAt),
    endDate: status === "CANCELLED" ? toSecond(at) : null,
    serviceStartDate: toIsoDay(purchase.orderedAt),
    nextBillingDate: cycle?.next ?? null,
    endOfDiscountDate: null,
    cycleStartDate: cycle?.start ?? null,
    billingEndDate: null,
  };
}

const feeOf = { MONTHLY: "Monthly Fee", YEARLY: "Yearly Fee" } satisfies Record<PurchaseIdentity["frequency"], string>;

/** An ITEM line; `percentage` is on TAX lines only. */
function orderLine({ product, purchase }: Story): JsonObject {
  return {
    id: purchase.orderLineId,
    editionPricingItemId: purchase.pricingItemId,
    type: "ITEM",
    unit: purchase.unit,
    quantity: purchase.quantity,
    price: purchase.unitPrice,
    listingPrice: purchase.unitPrice,
    totalPrice: purchase.totalPrice,
    applicationName: product.name,
    editionName: product.editionName,
    description: `${product.name} - ${product.editionName} - ${feeOf[purchase.frequency]}`,
  };
}
