import { array, type InferOutput, looseObject, nullable, object, optional } from "valibot";
import { field } from "../../schema/field.ts";
import { orderFrequencySchema } from "./frequency.ts";
import { orderContractSchema } from "./order-contract.ts";
import { orderLineSchema } from "./order-line.ts";
import { orderStatusSchema } from "./order-status.ts";
import { paymentPlanSchema } from "./payment-plan.ts";
import { referenceSchema } from "./reference.ts";
import {
  amount,
  amountOrNull,
  anything,
  currency,
  isoDay,
  newer,
  open,
  text,
  textOrNull,
  textOrNumber,
  timestampOrNull,
  wholeNumberOrNull,
  yesOrNo,
} from "../../schema/scalars.ts";

const reference = nullable(referenceSchema);
const otherOrder = nullable(looseObject({ id: field(textOrNumber, "A number or text.") }));

/**
 * A small order inside another, of metered usage in the capture of 2018: no order lines, no user, no company.
 * Uncertain: which of an order's other fields it has, so none of them is required.
 */
const oneTimeOrderSchema = looseObject({
  id: optional(field(textOrNumber, "")),
  status: optional(field(orderStatusSchema, "ONE_TIME in the payload captured in 2018.")),
  type: optional(field(text, "METERED_USAGE in the payload captured in 2018.")),
  currency: optional(field(nullable(currency), "")),
  totalPrice: optional(field(amountOrNull, "")),
  user: optional(field(reference, "Null in the payload captured in 2018.")),
  company: optional(field(reference, "Null in the payload captured in 2018.")),
  paymentPlan: field(open, "Like the order's payment plan, but its id was text in the payload captured in 2018."),
});

/**
 * ORDER's content, also inside a subscription. Order of the keys as in a subscription captured in 2018.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, and for the newer fields a public client
 * of the REST API.
 */
export const orderSchema = object({
  uuid: newer(text),
  startDate: field(timestampOrNull, ""),
  endDate: field(timestampOrNull, ""),
  serviceStartDate: field(nullable(isoDay), "The only date that is text."),
  nextBillingDate: field(timestampOrNull, ""),
  endOfDiscountDate: field(timestampOrNull, ""),
  cycleStartDate: newer(timestampOrNull),
  billingEndDate: newer(timestampOrNull),
  status: field(orderStatusSchema, ""),
  frequency: field(orderFrequencySchema, "How often it is billed."),
  currency: field(currency, ""),
  type: field(
    text,
    "NEW, MIGRATION, ADOPTION, FREE_TRIAL_ACTIVATION, METERED_USAGE, …: the documented list is not complete.",
  ),
  totalPrice: field(amount, ""),
  user: field(reference, "Who ordered; null in one-time orders."),
  salesSupportUser: field(reference, "Set when somebody bought on behalf of the customer."),
  salesSupportCompany: field(reference, "Set when somebody bought on behalf of the customer."),
  company: field(reference, "The customer; null in one-time orders."),
  referenceCode: field(textOrNull, ""),
  transactionMode: field(anything, "Deprecated."),
  paymentPlan: field(nullable(paymentPlanSchema), "The price, and how often it is billed."),
  contract: field(nullable(orderContractSchema), "Null if there is none."),
  previousOrder: field(otherOrder, "The order that this one replaced: an order, or only its id."),
  nextOrder: field(otherOrder, "The order that replaces it: an order, or only its id."),
  discount: field(open, "Null if there is none."),
  paymentPlanId: field(wholeNumberOrNull, ""),
  discountId: field(anything, ""),
  activated: field(yesOrNo, ""),
  oneTimeOrders: field(array(oneTimeOrderSchema), "Small orders without lines of their own, such as metered usage."),
  orderLines: field(array(orderLineSchema), "What was ordered, and tax, penalties and discounts."),
  parameters: field(
    array(looseObject({ name: field(text, ""), value: field(anything, "") })),
    "The fields that the vendor requests in an order.",
  ),
  customAttributes: field(
    array(
      looseObject({
        name: field(text, ""),
        attributeType: field(text, "Such as TEXT."),
        value: field(anything, ""),
        valueKeys: field(anything, ""),
      }),
    ),
    "",
  ),
  links: field(
    array(looseObject({ rel: field(text, "Such as subscription."), href: field(text, "") })),
    "Addresses of related resources.",
  ),
  id: field(
    textOrNumber,
    "A number in the payload captured in 2018; a public client of the REST API has received both.",
  ),
});
export type OrderContent = InferOutput<typeof orderSchema>;
