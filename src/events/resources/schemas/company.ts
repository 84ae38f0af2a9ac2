import { array, boolean, type InferOutput, looseObject, nullable, object, unknown } from "valibot";
import { accountStatusSchema } from "./account-status.ts";
import { text, textOrNull, timestamp } from "./scalars.ts";

/**
 * How to reach a user or a company. Uncertain: the fields of an address beyond `street1`.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company
 */
export const contactSchema = looseObject({
  phoneNumber: textOrNull,
  ims: textOrNull,
  homePhone: textOrNull,
  mobilePhone: textOrNull,
  address: nullable(looseObject({ street1: textOrNull })),
});

/**
 * COMPANY's content, also inside a user's memberships.
 * Uncertain: what stands in `attributes`, `permissions` and `domains`, where they are not empty.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/company, and a payload captured in 2018.
 */
export const companySchema = object({
  id: text,
  name: text,
  enabled: boolean(),
  contact: nullable(contactSchema),
  size: textOrNull,
  status: accountStatusSchema,
  attributes: unknown(),
  creationDate: timestamp,
  industry: textOrNull,
  salesAgent: unknown(),
  website: textOrNull,
  emailAddress: textOrNull,
  dealer: unknown(),
  uuid: text,
  externalId: textOrNull,
  countryCode: textOrNull,
  permissions: array(unknown()),
  defaultIdpUuid: textOrNull,
  domains: unknown(),
});
export type CompanyContent = InferOutput<typeof companySchema>;
