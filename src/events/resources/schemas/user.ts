import { array, boolean, type InferOutput, looseObject, null_, object, record, string, unknown } from "valibot";
import { accountStatusSchema } from "./account-status.ts";
import { companySchema, contactSchema } from "./company.ts";
import { httpUrl, httpUrlOrNull, text, textOrNull, timestamp, timestampOrNull } from "./scalars.ts";

/** The fields that USER and MEMBERSHIP share, in the order of AppDirect's "User Created" example. */
export const userFields = {
  id: text,
  openId: httpUrl,
  email: text,
  username: text,
  firstName: textOrNull,
  lastName: textOrNull,
  language: textOrNull,
  locale: textOrNull,
  password: null_(),
  profilePic: httpUrlOrNull,
  deleted: boolean(),
  status: accountStatusSchema,
  contact: contactSchema,
  registrationCode: textOrNull,
  creationDate: timestamp,
  lastSuccessfulLogin: timestampOrNull,
  title: textOrNull,
  activationUrl: textOrNull,
  internalId: textOrNull,
  externalId: textOrNull,
  idpUuid: textOrNull,
  customAttributes: record(string(), unknown()),
};

/**
 * USER's content. Uncertain: what else a membership has; the documented table is cut after its company.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/user
 */
export const userSchema = object({
  ...userFields,
  memberships: array(looseObject({ enabled: boolean(), company: companySchema })),
});
export type UserContent = InferOutput<typeof userSchema>;
