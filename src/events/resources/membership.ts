import type { ResourceDefinition } from "../resource.ts";
import { companyPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";
import { user } from "./user.ts";

/**
 * The company stands in `resource.url` only.
 * Uncertain: what `resource.uuid` holds (here the user's id), and the names of the roles.
 */
export const membership: ResourceDefinition = {
  type: "MEMBERSHIP",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A user's place in a company, with the roles the user has there.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/membership",
  headline: user.headline,
  nameOf: user.nameOf,
  sample(action, story) {
    const added = action === "ADDED";
    return {
      uuid: story.user.uuid,
      path: `${companyPath(story.company)}/users/${story.user.uuid}`,
      content: {
        ...userContent(story, added ? "INACTIVE" : "ACTIVE"),
        roles: added ? ["ROLE_USER", "ROLE_SYS_ADMIN"] : ["ROLE_USER", "ROLE_SYS_ADMIN", "ROLE_BILLING_ADMIN"],
        enabled: true,
      },
    };
  },
};
