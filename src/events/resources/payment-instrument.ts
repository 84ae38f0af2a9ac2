import { type InferOutput, looseObject, nullable, optional } from "valibot";
import { field } from "../schema/field.ts";
import { textOrNull, textOrNumber, textOrNumberOrNull, uncertainTimeOrNull } from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { joined, present } from "../text.ts";
import { inferred } from "../schema/certainty.ts";

/** Uncertain: what a link has. */
const link = looseObject({
  id: optional(field(textOrNumberOrNull, "")),
  href: optional(field(textOrNull, "Its REST address.")),
});
const words = optional(field(textOrNull, ""));

/**
 * PAYMENT_INSTRUMENT's content: the fields of the REST API's payment instrument. Personal data.
 * Source: developer.appdirect.com/user-guides/billing-and-subscription/rest-api/create-payment-instruments
 */
const paymentInstrumentSchema = looseObject({
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

/** Nothing of the card is for a headline. */
export const paymentInstrument = defineResource({
  type: "PAYMENT_INSTRUMENT",
  typeCertainty: "inferred",
  summary: "A way in which a company pays, such as a card.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/resources-list",
  fires: {
    ADDED: inferred("When a payment instrument is created."),
    CHANGED: inferred("When a payment instrument is edited."),
  },
  url: inferred("/api/billing/v1/companies/{companyUuid}/users/{userUuid}/paymentInstruments/{id}"),
  shape: "from the REST API",
  uncertain: ["The content of the webhook is documented nowhere that we know of."],
  schema: paymentInstrumentSchema,
  headline: ({ company, user }, names) => present(names(joined(company?.id) ?? ""), names(joined(user?.id) ?? "")),
});
