import { array, boolean, type InferOutput, nullable, object, picklist, unknown } from "valibot";
import { orderSchema } from "./order.ts";
import { referenceSchema } from "./reference.ts";
import { newer, text, textOrNull, timestamp, timestampOrNull, wholeNumber, wholeNumberOrNull } from "./scalars.ts";

/** Source: developer.appdirect.com/user-guides/billing-and-subscription/rest-api/change-subscriptions */
const subscriptionStatusSchema = picklist([
  "INITIALIZED",
  "PENDING_USER_APPROVAL",
  "PENDING_REMOTE_CREATION",
  "FREE_TRIAL",
  "ACTIVE",
  "FINISHED",
  "ONE_TIME",
  "CANCELLED",
  "SUSPENDED",
  "FREE_TRIAL_EXPIRED",
  "FREE_TRIAL_CANCELLED",
  "DELETED",
  "FAILED",
  "UPCOMING",
  "PENDING_MIGRATION_ACTIVATION",
]);
export type SubscriptionStatus = InferOutput<typeof subscriptionStatusSchema>;

/**
 * SUBSCRIPTION's content. Keys and their order as in a payload captured in 2018, with those that a public client of the
 * REST API has beside them. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/subscription
 */
export const subscriptionSchema = object({
  id: text,
  parentSubscriptionId: textOrNull,
  creationDate: timestamp,
  endDate: timestampOrNull,
  externalId: newer(textOrNull),
  externalAccountId: textOrNull,
  status: subscriptionStatusSchema,
  label: newer(textOrNull),
  maxUsers: wholeNumberOrNull,
  assignedUsers: wholeNumber,
  order: orderSchema,
  upcomingOrder: nullable(orderSchema),
  user: nullable(referenceSchema),
  company: nullable(referenceSchema),
  product: nullable(referenceSchema),
  edition: nullable(referenceSchema),
  redirectUrl: textOrNull,
  internalId: textOrNull,
  bundleApplicationId: newer(textOrNull),
  isFreeTrialExtensionRequest: newer(boolean()),
  freeTrialExtensionRequest: newer(boolean()),
  autoRenew: newer(boolean()),
  customAttributes: newer(array(unknown())),
});
export type SubscriptionContent = InferOutput<typeof subscriptionSchema>;
