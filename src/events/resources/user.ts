import { defineResource } from "../resource.ts";
import { activateAccount, createUser } from "../story/account.ts";
import { joined, present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { companyContent } from "./content/company.ts";
import { userPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";
import { userSchema } from "./schemas/user.ts";

export const user = defineResource({
  type: "USER",
  typeCertainty: "documented",
  summary: "A person who signed up on the marketplace or was invited to it.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/user",
  fires: {
    ADDED: documented("When a user signed up or was invited; user and company are INACTIVE then."),
    CHANGED: inferred("When a user's profile or status changes."),
    REMOVED: inferred("When a user is deleted."),
  },
  url: documented("/api/account/v1/users/{id}?isExternalId={true|false}"),
  shape: "documented",
  uncertain: [
    "The other fields of a membership, probably `roles`: our copy of the documented table is cut off after `enabled` and `company`.",
  ],
  schema: userSchema,
  headline: ({ firstName, lastName, email }) => present(joined(firstName, lastName), email),
  matters: {
    status: "status",
    company: "memberships[0].company.name",
    locale: "locale",
    externalId: "externalId",
    creationDate: "creationDate",
  },
  nameOf: ({ firstName, lastName, email }) => joined(firstName, lastName) ?? joined(email),
  added: createUser,
  changes: [activateAccount],
  sample: (story) => ({
    uuid: story.user.uuid,
    path: `${userPath(story.user)}?isExternalId=false`,
    content: userContent(story, { memberships: [{ enabled: true, company: companyContent(story) }] }),
  }),
});
