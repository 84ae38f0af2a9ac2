import type { ResourceDefinition } from "../resource.ts";
import { joined, present, textAt } from "../text.ts";
import { companyContent } from "./content/company.ts";
import { userPath } from "./content/reference.ts";
import { userContent } from "./content/user.ts";

/** A new user and the company are INACTIVE until the user activates the account ("User Created" example). */
export const user: ResourceDefinition = {
  type: "USER",
  typeCertainty: "documented",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A person who signed up on the marketplace or was invited to it.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/user",
  headline: (content) =>
    present(joined(textAt(content, "firstName"), textAt(content, "lastName")), textAt(content, "email")),
  nameOf: (content) => joined(textAt(content, "firstName"), textAt(content, "lastName")) ?? textAt(content, "email"),
  sample(action, story) {
    const status = action === "ADDED" ? "INACTIVE" : "ACTIVE";
    return {
      uuid: story.user.uuid,
      path: `${userPath(story.user)}?isExternalId=false`,
      content: {
        ...userContent(story, status),
        memberships: [{ enabled: true, company: companyContent(story, status) }],
      },
    };
  },
};
