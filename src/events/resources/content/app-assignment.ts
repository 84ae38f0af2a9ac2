import { ownIdentity } from "../../story/own-identity.ts";
import type { Story } from "../../story/story.ts";
import type { AppAssignmentContent } from "../schemas/app-assignment.ts";

export const assignmentOf = ownIdentity((random) => ({ uuid: random.uuid() }));

export const assignmentPath = (story: Story) => `/api/account/v2/subscriptions/assignments/${assignmentOf(story).uuid}`;

/** APP_ASSIGNMENT's content. Uncertain: what `externalVendorIdentifier` holds, so it is null. */
export function appAssignmentContent(story: Story): AppAssignmentContent {
  return {
    status: story.assignment.status,
    userUuid: story.user.uuid,
    companyUuid: story.company.uuid,
    subscriptionUuid: story.subscription.uuid,
    externalVendorIdentifier: null,
    links: [{ rel: "self", href: `${story.marketplaceUrl}${assignmentPath(story)}` }],
  };
}
