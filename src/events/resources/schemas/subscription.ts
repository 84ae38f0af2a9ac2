import { array, type InferOutput, nullable, object, picklist, unknown } from "valibot";
import { field } from "../../schema/field.ts";
import { orderSchema } from "./order.ts";
import { referenceSchema } from "./reference.ts";
import {
  newer,
  text,
  textOrNull,
  timestamp,
  timestampOrNull,
  wholeNumber,
  wholeNumberOrNull,
  yesOrNo,
} from "../../schema/scalars.ts";

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

const reference = nullable(referenceSchema);

/**
 * SUBSCRIPTION's content. Keys and their order as in a payload captured in 2018, with those that a public client of the
 * REST API has beside them. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/subscription
 */
export const subscriptionSchema = object({
  id: field(text, "The subscription's uuid."),
  parentSubscriptionId: field(textOrNull, "For an add-on: the subscription that it belongs to."),
  creationDate: field(timestamp, "When it was created; rounded to the second in the payloads seen."),
  endDate: field(timestampOrNull, ""),
  externalId: newer(textOrNull),
  externalAccountId: field(textOrNull, "The vendor's accountIdentifier."),
  status: field(
    subscriptionStatusSchema,
    "INITIALIZED becomes ACTIVE or FAILED; FREE_TRIAL becomes ACTIVE or FREE_TRIAL_EXPIRED; FREE_TRIAL_EXPIRED becomes CANCELLED or ACTIVE; ACTIVE becomes SUSPENDED and back, or CANCELLED.",
  ),
  label: newer(textOrNull),
  maxUsers: field(wholeNumberOrNull, ""),
  assignedUsers: field(wholeNumber, ""),
  order: field(nullable(orderSchema), "The order that it runs on, with the fields of ORDER."),
  upcomingOrder: field(nullable(orderSchema), "The order that replaces it."),
  user: field(reference, ""),
  company: field(reference, "The customer."),
  product: field(reference, ""),
  edition: field(reference, ""),
  redirectUrl: field(textOrNull, ""),
  internalId: field(textOrNull, ""),
  bundleApplicationId: newer(textOrNull),
  isFreeTrialExtensionRequest: newer(yesOrNo),
  freeTrialExtensionRequest: newer(yesOrNo),
  autoRenew: newer(yesOrNo),
  customAttributes: newer(array(unknown())),
});
export type SubscriptionContent = InferOutput<typeof subscriptionSchema>;
