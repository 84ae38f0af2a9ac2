import { looseObject, nullable } from "valibot";
import { textOrNull } from "./scalars.ts";

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
