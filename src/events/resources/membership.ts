import { defineResource } from "../resource.ts";
import { activateAccount, giveRole } from "../story/account.ts";
import { companyPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";
import { membershipSchema } from "./schemas/membership.ts";
import { user } from "./user.ts";

/**
 * The company stands in `resource.url` only.
 * Uncertain: what `resource.uuid` holds (here the user's id), and the names of the roles.
 */
export const membership = defineResource({
  type: "MEMBERSHIP",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A user's place in a company, with the roles the user has there.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/membership",
  schema: membershipSchema,
  headline: user.headline,
  nameOf: user.nameOf,
  changes: [(story) => giveRole(activateAccount(story), "ROLE_BILLING_ADMIN")],
  sample: (story) => ({
    uuid: story.user.uuid,
    path: `${companyPath(story.company)}/users/${story.user.uuid}`,
    content: { ...userContent(story), roles: [...story.user.roles], enabled: true },
  }),
});
