import { array, type InferOutput, object, picklist } from "valibot";
import { field } from "../../schema/field.ts";
import { httpUrl, text, textOrNull } from "../../schema/scalars.ts";

/**
 * APP_ASSIGNMENT's content; the documented table is complete.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/app-assignment
 */
export const appAssignmentSchema = object({
  status: field(
    picklist([
      "PENDING_USER_ACTIVATION",
      "PENDING_REMOTE_CREATION",
      "FAILED",
      "ACTIVE",
      "PENDING_REMOTE_CANCELLATION",
      "CANCELLED",
    ]),
    "The progress of the assignment.",
  ),
  userUuid: field(text, "Who is assigned."),
  companyUuid: field(text, "The company that has the subscription."),
  subscriptionUuid: field(text, "The subscription, or entitlement."),
  externalVendorIdentifier: field(textOrNull, ""),
  links: field(
    array(object({ rel: field(text, "self"), href: field(httpUrl, "The same as resource.url.") })),
    "Addresses of related resources.",
  ),
});
export type AppAssignmentContent = InferOutput<typeof appAssignmentSchema>;
export type AssignmentStatus = AppAssignmentContent["status"];
