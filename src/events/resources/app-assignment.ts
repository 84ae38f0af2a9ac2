import { defineResource } from "../resource.ts";
import { activateAssignment, assignUser, awaitVendor, failAssignment } from "../story/assigning.ts";
import { joined, present } from "../text.ts";
import { documented } from "../schema/certainty.ts";
import { appAssignmentContent, assignmentOf, assignmentPath } from "./content/app-assignment.ts";
import { appAssignmentSchema } from "./schemas/app-assignment.ts";

export const appAssignment = defineResource({
  type: "APP_ASSIGNMENT",
  typeCertainty: "inferred",
  summary: "A user's seat in a subscription, from the start of the assignment until it is removed.",
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
    present(names("user", joined(userUuid) ?? ""), names("company", joined(companyUuid) ?? ""), status),
  matters: { status: "status", user: "userUuid", company: "companyUuid", subscription: "subscriptionUuid" },
  added: assignUser,
  changes: [activateAssignment, failAssignment, awaitVendor],
  sample: (story) => ({
    uuid: assignmentOf(story).uuid,
    path: assignmentPath(story),
    content: appAssignmentContent(story),
  }),
});
