import { defineResource } from "../resource.ts";
import { activateAccount, createCompany, giveEmailAddress } from "../story/account.ts";
import { joined, present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { companyContent } from "./content/company.ts";
import { companyPath } from "./content/reference.ts";
import { companySchema } from "./schemas/company.ts";

export const company = defineResource({
  type: "COMPANY",
  typeCertainty: "seen",
  summary: "A customer of the marketplace: the company that users belong to and that buys.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/company",
  fires: {
    ADDED: inferred("When a company signs up, or is created by somebody who manages the marketplace."),
    CHANGED: inferred("When a company's profile or status changes."),
    REMOVED: inferred("When a company is deleted."),
  },
  url: documented("/api/account/v1/companies/{id}?isExternalId={true|false}"),
  shape: "documented",
  uncertain: [
    "The contents of `attributes`, `salesAgent`, `dealer`, `permissions` and `domains` when they are not empty.",
    "The fields of an address beyond `street1`.",
  ],
  schema: companySchema,
  headline: ({ name }) => present(name),
  matters: {
    status: "status",
    size: "size",
    countryCode: "countryCode",
    website: "website",
    industry: "industry",
    externalId: "externalId",
  },
  nameOf: ({ name }) => joined(name),
  added: createCompany,
  changes: [(story) => giveEmailAddress(activateAccount(story))],
  sample: (story) => ({
    uuid: story.company.uuid,
    path: `${companyPath(story.company)}?isExternalId=false`,
    content: companyContent(story),
  }),
});
