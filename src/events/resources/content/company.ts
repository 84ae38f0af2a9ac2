import type { JsonObject } from "../../json.ts";
import type { Story } from "../../resource.ts";
import { toSecond } from "./dates.ts";

/**
 * COMPANY's content, also inside a user's memberships. Keys, order and nulls as documented and as in a payload
 * captured in 2018. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company
 */
export function companyContent({ company, began }: Story, status: "ACTIVE" | "INACTIVE"): JsonObject {
  return {
    id: company.uuid,
    name: company.name,
    enabled: true,
    contact: null,
    size: company.size,
    status,
    attributes: null,
    creationDate: toSecond(began),
    industry: null,
    salesAgent: null,
    website: `www.${company.domain}`,
    emailAddress: null,
    dealer: null,
    uuid: company.uuid,
    externalId: null,
    countryCode: company.countryCode,
    permissions: [],
    defaultIdpUuid: null,
    domains: null,
  };
}
