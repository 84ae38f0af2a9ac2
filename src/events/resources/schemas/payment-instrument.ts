import { type InferOutput, looseObject, nullable, optional } from "valibot";
import { field } from "../../schema/field.ts";
import { textOrNull, textOrNumber, textOrNumberOrNull, uncertainTimeOrNull } from "../../schema/scalars.ts";

/** Uncertain: what a link has. */
const link = looseObject({
  id: optional(field(textOrNumberOrNull, "")),
  href: optional(field(textOrNull, "Its REST address.")),
});
const words = optional(field(textOrNull, ""));

/**
 * PAYMENT_INSTRUMENT's content: the fields of the REST API's payment instrument. Personal data.
 * Source: developer.appdirect.com/…/create-payment-instruments/supported-response-attributes
 */
export const paymentInstrumentSchema = looseObject({
  id: field(textOrNumber, ""),
  createdOn: optional(field(uncertainTimeOrNull, "When it was created.")),
  user: optional(field(nullable(link), "The user.")),
  company: optional(field(nullable(link), "The company.")),
  accountDisplay: optional(field(textOrNull, "The account, masked.")),
  billingAddress: optional(
    field(
      nullable(
        looseObject({
          salutation: optional(field(textOrNull, "MR, MS or COMPANY.")),
          firstName: words,
          lastName: words,
          fullName: words,
          companyName: words,
          phoneNumber: words,
          phoneExtension: words,
          faxNumber: words,
          faxExtension: words,
          street1: words,
          street2: words,
          city: words,
          state: words,
          zip: words,
          country: words,
          pobox: words,
          pozip: words,
        }),
      ),
      "The address on the bill.",
    ),
  ),
  creditCard: optional(
    field(
      nullable(
        looseObject({
          expirationMonth: optional(field(textOrNumberOrNull, "")),
          expirationYear: optional(field(textOrNumberOrNull, "")),
          type: optional(field(textOrNull, "")),
        }),
      ),
      "The documented list of its fields is not complete.",
    ),
  ),
});
export type PaymentInstrumentContent = InferOutput<typeof paymentInstrumentSchema>;
