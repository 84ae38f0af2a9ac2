import { defineResource } from "../resource.ts";
import { activateAccount, createUser } from "../story/account.ts";
import { joined, present } from "../text.ts";
import { companyContent } from "./content/company.ts";
import { userPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";
import { userSchema } from "./schemas/user.ts";

/** A new user and the company are INACTIVE until the user activates the account ("User Created" example). */
export const user = defineResource({
  type: "USER",
  typeCertainty: "documented",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A person who signed up on the marketplace or was invited to it.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/user",
  schema: userSchema,
  headline: ({ firstName, lastName, email }) => present(joined(firstName, lastName), email),
  nameOf: ({ firstName, lastName, email }) => joined(firstName, lastName) ?? joined(email),
  added: createUser,
  changes: [activateAccount],
  sample: (story) => ({
    uuid: story.user.uuid,
    path: `${userPath(story.user)}?isExternalId=false`,
    content: { ...userContent(story), memberships: [{ enabled: true, company: companyContent(story) }] },
  }),
});
