import type { Story } from "../../story/story.ts";
import type { CompanyContent } from "../schemas/company.ts";
import { toSecond } from "./dates.ts";

/** COMPANY's content, also inside a user's memberships. */
export function companyContent({ company }: Story): CompanyContent {
  return {
    id: company.uuid,
    name: company.name,
    enabled: true,
    contact: null,
    size: company.size,
    status: company.status,
    attributes: null,
    creationDate: toSecond(company.createdAt),
    industry: null,
    salesAgent: null,
    website: `www.${company.domain}`,
    emailAddress: company.emailAddress,
    dealer: null,
    uuid: company.uuid,
    externalId: null,
    countryCode: company.countryCode,
    permissions: [],
    defaultIdpUuid: null,
    domains: null,
  };
}
