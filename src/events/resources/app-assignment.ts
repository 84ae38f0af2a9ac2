import { array, type InferOutput, object, picklist } from "valibot";
import { field } from "../schema/field.ts";
import { httpUrl, text, textOrNull } from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { joined, present } from "../text.ts";
import { documented } from "../schema/certainty.ts";

/**
 * APP_ASSIGNMENT's content; the documented table is complete.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/app-assignment
 */
const appAssignmentSchema = object({
  status: field(
    picklist([
      "PENDING_USER_ACTIVATION",
      "PENDING_REMOTE_CREATION",
      "FAILED",
      "ACTIVE",
      "PENDING_REMOTE_CANCELLATION",
      "CANCELLED",
    ]),
    "How far the assignment is.",
  ),
  userUuid: field(text, "Who is assigned."),
  companyUuid: field(text, "The company that has the subscription."),
  subscriptionUuid: field(text, "The subscription, or entitlement."),
  externalVendorIdentifier: field(textOrNull, ""),
  links: field(
    array(object({ rel: field(text, "self"), href: field(httpUrl, "The same as resource.url.") })),
    "Addresses of what belongs to it.",
  ),
});
export type AppAssignmentContent = InferOutput<typeof appAssignmentSchema>;

export const appAssignment = defineResource({
  type: "APP_ASSIGNMENT",
  typeCertainty: "inferred",
  summary: "A user's seat in a subscription, from the moment it is being given until it is taken away.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/app-assignment",
  fires: {
    ADDED: documented("When an assignment is initiated (it is pending then), and again when it has succeeded."),
    CHANGED: documented(
      "When an assignment or an unassignment succeeds or fails, and when one pending status follows another, such as PENDING_REMOTE_CREATION after PENDING_USER_ACTIVATION.",
    ),
    REMOVED: documented("When an unassignment is initiated."),
  },
  url: documented("/api/account/v2/subscriptions/assignments/{uuid}"),
  shape: "documented",
  schema: appAssignmentSchema,
  headline: ({ userUuid, companyUuid, status }, names) =>
    present(names(joined(userUuid) ?? ""), names(joined(companyUuid) ?? ""), status),
});
