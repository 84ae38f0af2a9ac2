import { defineResource } from "../resource.ts";
import { activateAccount, giveRole } from "../story/account.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { companyPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";
import { membershipSchema } from "./schemas/membership.ts";
import { user } from "./user.ts";

export const membership = defineResource({
  type: "MEMBERSHIP",
  typeCertainty: "inferred",
  summary: "A user's place in a company, with the roles the user has there.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/membership",
  fires: {
    ADDED: inferred("When a user is added to a company."),
    CHANGED: inferred("When a user's roles in a company change, or the membership is enabled or disabled."),
    REMOVED: inferred("When a user is removed from a company."),
  },
  url: documented("/api/account/v1/companies/{companyUuid}/users/{userUuid}"),
  shape: "documented",
  uncertain: [
    "The value of `resource.uuid`: generated events use the user's id.",
    "The values of `roles`: these are from AppDirect's page on scopes.",
    "Which company it is: only `resource.url` names it.",
  ],
  schema: membershipSchema,
  headline: user.headline,
  matters: { status: "status", roles: "roles", locale: "locale", enabled: "enabled" },
  nameOf: user.nameOf,
  changes: [(story) => giveRole(activateAccount(story), "ROLE_BILLING_ADMIN")],
  sample: (story) => ({
    uuid: story.user.uuid,
    path: `${companyPath(story.company)}/users/${story.user.uuid}`,
    content: userContent(story, { roles: [...story.user.roles], enabled: true }),
  }),
});
