import {
  array,
  boolean,
  type InferOutput,
  looseObject,
  nullable,
  number,
  object,
  optional,
  picklist,
  string,
  union,
  unknown,
} from "valibot";
import { frequencySchema } from "./frequency.ts";
import { orderLineSchema } from "./order-line.ts";
import { paymentPlanSchema } from "./payment-plan.ts";
import { referenceSchema } from "./reference.ts";
import { isoDay, newer, text, textOrNull, timestampOrNull, wholeNumberOrNull } from "./scalars.ts";

/** Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order */
const orderStatusSchema = picklist([
  "INITIALIZED",
  "PENDING_USER_APPROVAL",
  "PENDING_REMOTE_CREATION",
  "PENDING_MANUAL_RECOVERY",
  "PENDING_ASYNCHRONOUS_CREATION",
  "FREE_TRIAL",
  "ACTIVE",
  "FINISHED",
  "ONE_TIME",
  "CANCELLED",
  "SUSPENDED",
  "FREE_TRIAL_EXPIRED",
  "FREE_TRIAL_CANCELLED",
  "DELETED",
  "UPCOMING",
  "FAILED",
  "PENDING_MIGRATION_ACTIVATION",
  "PENDING_DELAYED_PROVISIONING",
  "PENDING_REMOTE_APPROVAL",
]);
export type OrderStatus = InferOutput<typeof orderStatusSchema>;

/** A number, and now and then a text: a public client of the REST API has met both. */
const orderId = union([number(), string()]);

/**
 * ORDER's content, also inside a subscription. Order of the keys as in a subscription captured in 2018.
 * Uncertain: the whole list of `type`; what stands in `contract`, `discount`, `discountId` and the deprecated
 * `transactionMode`; an order inside another.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, and for the newer fields a public client
 * of the REST API.
 */
export const orderSchema = object({
  uuid: newer(text),
  startDate: timestampOrNull,
  endDate: timestampOrNull,
  serviceStartDate: nullable(isoDay),
  nextBillingDate: timestampOrNull,
  endOfDiscountDate: timestampOrNull,
  cycleStartDate: newer(timestampOrNull),
  billingEndDate: newer(timestampOrNull),
  status: orderStatusSchema,
  frequency: frequencySchema,
  currency: text,
  type: text,
  totalPrice: number(),
  user: nullable(referenceSchema),
  salesSupportUser: nullable(referenceSchema),
  salesSupportCompany: nullable(referenceSchema),
  company: nullable(referenceSchema),
  referenceCode: textOrNull,
  transactionMode: optional(unknown()),
  paymentPlan: paymentPlanSchema,
  contract: nullable(looseObject({})),
  previousOrder: nullable(looseObject({ id: orderId })),
  nextOrder: nullable(looseObject({ id: orderId })),
  discount: nullable(looseObject({})),
  paymentPlanId: wholeNumberOrNull,
  discountId: optional(unknown()),
  activated: boolean(),
  oneTimeOrders: array(looseObject({})),
  orderLines: array(orderLineSchema),
  parameters: array(looseObject({ name: text, value: unknown() })),
  customAttributes: array(looseObject({ name: text, attributeType: text, value: unknown() })),
  links: array(looseObject({ rel: text, href: text })),
  id: orderId,
});
export type OrderContent = InferOutput<typeof orderSchema>;
