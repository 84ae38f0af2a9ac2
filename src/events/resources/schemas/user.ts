import { array, type InferOutput, looseObject, null_, nullable, object, record, string, unknown } from "valibot";
import { accountStatusSchema } from "./account-status.ts";
import { addressSchema, companySchema } from "./company.ts";
import { field } from "../../schema/field.ts";
import {
  httpUrl,
  httpUrlOrNull,
  languageCode,
  locale,
  text,
  textOrNull,
  timestamp,
  timestampOrNull,
  yesOrNo,
} from "../../schema/scalars.ts";

/** All of it is null in AppDirect's "User Created" example. */
export const userContactSchema = object({
  phoneNumber: field(textOrNull, ""),
  ims: field(textOrNull, ""),
  homePhone: field(textOrNull, ""),
  mobilePhone: field(textOrNull, ""),
  address: field(nullable(addressSchema), "Postal address."),
});

/** The fields that USER and MEMBERSHIP share, in the order of AppDirect's "User Created" example. */
export const userFields = {
  id: field(text, "The user's uuid or external id, depending on a setting of the marketplace."),
  openId: field(httpUrl, "The user's OpenID, an address."),
  email: field(text, ""),
  username: field(text, "The email address unless set otherwise."),
  firstName: field(textOrNull, ""),
  lastName: field(textOrNull, ""),
  language: field(nullable(languageCode), ""),
  locale: field(nullable(locale), "en_US in the documentation's table, en-US in its example."),
  password: field(null_(), "Deprecated, always null."),
  profilePic: field(httpUrlOrNull, "The address of a picture."),
  deleted: field(yesOrNo, "Deprecated, always false."),
  status: field(accountStatusSchema, ""),
  contact: field(
    nullable(userContactSchema),
    "How to reach the user; all of it is null in the documentation's example.",
  ),
  registrationCode: field(textOrNull, ""),
  creationDate: field(timestamp, "When the user was created; rounded to the second in the payloads seen."),
  lastSuccessfulLogin: field(timestampOrNull, ""),
  title: field(textOrNull, ""),
  activationUrl: field(textOrNull, ""),
  internalId: field(textOrNull, ""),
  externalId: field(textOrNull, ""),
  idpUuid: field(textOrNull, ""),
  customAttributes: field(record(string(), unknown()), "Empty in the documentation's example."),
};

/**
 * USER's content.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/user
 */
export const userSchema = object({
  ...userFields,
  memberships: field(
    array(
      looseObject({
        enabled: field(yesOrNo, ""),
        company: field(companySchema, "The company, with the fields of COMPANY."),
      }),
    ),
    "The companies that the user belongs to.",
  ),
});
export type UserContent = InferOutput<typeof userSchema>;
