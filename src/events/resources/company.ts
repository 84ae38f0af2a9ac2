import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";
import { companyContent } from "./content/company.ts";
import { companyPath } from "./content/reference.ts";

export const company: ResourceDefinition = {
  type: "COMPANY",
  typeCertainty: "seen",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A customer of the marketplace: the company that users belong to and that buys.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/company",
  headline: (content) => present(textAt(content, "name")),
  nameOf: (content) => textAt(content, "name"),
  sample(action, story) {
    const changed = action !== "ADDED";
    return {
      uuid: story.company.uuid,
      path: `${companyPath(story.company)}?isExternalId=false`,
      content: {
        ...companyContent(story, changed ? "ACTIVE" : "INACTIVE"),
        ...(changed && { emailAddress: `info@${story.company.domain}` }),
      },
    };
  },
};
