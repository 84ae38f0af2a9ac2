import { array, type InferOutput, looseObject, null_, nullable, object, optional, unknown } from "valibot";
import { accountStatusSchema } from "./account-status.ts";
import { field } from "../../schema/field.ts";
import { countryCode, open, openList, text, textOrNull, timestamp, yesOrNo } from "../../schema/scalars.ts";

/** Of a user or a company. Uncertain: its fields beyond `street1`. */
export const addressSchema = looseObject({ street1: optional(field(textOrNull, "")) });

/** Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company */
export const companyContactSchema = object({
  phoneNumber: field(textOrNull, ""),
  ims: field(null_(), "Deprecated, always null."),
  homePhone: field(null_(), "Deprecated, always null."),
  mobilePhone: field(null_(), "Deprecated, always null."),
  address: field(nullable(addressSchema), "Postal address."),
});

/**
 * COMPANY's content, also inside a user's memberships.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company, and a payload captured in 2018.
 */
export const companySchema = object({
  id: field(text, "The company's uuid or external id, depending on a setting of the marketplace."),
  name: field(text, ""),
  enabled: field(yesOrNo, ""),
  contact: field(nullable(companyContactSchema), "How to reach it."),
  size: field(textOrNull, "Such as SMALL."),
  status: field(accountStatusSchema, ""),
  attributes: field(open, "Documented as null."),
  creationDate: field(timestamp, "When it was created; rounded to the second in the payloads seen."),
  industry: field(textOrNull, ""),
  salesAgent: field(open, ""),
  website: field(textOrNull, ""),
  emailAddress: field(textOrNull, ""),
  dealer: field(open, ""),
  uuid: field(text, ""),
  externalId: field(textOrNull, ""),
  countryCode: field(nullable(countryCode), ""),
  permissions: field(array(unknown()), ""),
  defaultIdpUuid: field(textOrNull, ""),
  domains: field(openList, "Documented as null."),
});
export type CompanyContent = InferOutput<typeof companySchema>;
