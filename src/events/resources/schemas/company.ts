import { array, type InferOutput, looseObject, nullable, object, optional, unknown } from "valibot";
import { accountStatusSchema } from "./account-status.ts";
import { field } from "../../schema/field.ts";
import { countryCode, open, openList, text, textOrNull, timestamp, yesOrNo } from "../../schema/scalars.ts";

/**
 * How to reach a user or a company. Uncertain: the fields of an address beyond `street1`.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company
 */
export const contactSchema = object({
  phoneNumber: field(textOrNull, ""),
  ims: field(textOrNull, "Deprecated, always null."),
  homePhone: field(textOrNull, "Deprecated, always null."),
  mobilePhone: field(textOrNull, "Deprecated, always null."),
  address: field(nullable(looseObject({ street1: optional(field(textOrNull, "")) })), "Postal address."),
});

/**
 * COMPANY's content, also inside a user's memberships.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company, and a payload captured in 2018.
 */
export const companySchema = object({
  id: field(text, "The company's uuid or external id, by the marketplace's setting."),
  name: field(text, ""),
  enabled: field(yesOrNo, ""),
  contact: field(nullable(contactSchema), "How to reach it."),
  size: field(textOrNull, "Such as SMALL."),
  status: field(accountStatusSchema, ""),
  attributes: field(open, "Null in every payload seen."),
  creationDate: field(timestamp, "When it was created."),
  industry: field(textOrNull, ""),
  salesAgent: field(open, "Null in every payload seen."),
  website: field(textOrNull, ""),
  emailAddress: field(textOrNull, ""),
  dealer: field(open, "Null in every payload seen."),
  uuid: field(text, ""),
  externalId: field(textOrNull, ""),
  countryCode: field(nullable(countryCode), ""),
  permissions: field(array(unknown()), "Empty in every payload seen."),
  defaultIdpUuid: field(textOrNull, ""),
  domains: field(openList, "Null in every payload seen."),
});
export type CompanyContent = InferOutput<typeof companySchema>;
