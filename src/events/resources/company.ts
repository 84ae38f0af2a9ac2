import { defineResource } from "../resource.ts";
import { activateAccount, createCompany, giveEmailAddress } from "../story/account.ts";
import { joined, present } from "../text.ts";
import { companyContent } from "./content/company.ts";
import { companyPath } from "./content/reference.ts";
import { companySchema } from "./schemas/company.ts";

export const company = defineResource({
  type: "COMPANY",
  typeCertainty: "seen",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A customer of the marketplace: the company that users belong to and that buys.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/company",
  schema: companySchema,
  headline: ({ name }) => present(name),
  nameOf: ({ name }) => joined(name),
  added: createCompany,
  changes: [(story) => giveEmailAddress(activateAccount(story))],
  sample: (story) => ({
    uuid: story.company.uuid,
    path: `${companyPath(story.company)}?isExternalId=false`,
    content: companyContent(story),
  }),
});
