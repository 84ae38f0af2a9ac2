import { defineResource } from "../resource.ts";
import { added, edited } from "../story/history.ts";
import { joined, present } from "../text.ts";
import { inferred } from "../schema/certainty.ts";
import { paymentInstrumentContent, paymentInstrumentOf, paymentInstrumentPath } from "./content/payment-instrument.ts";
import { paymentInstrumentSchema } from "./schemas/payment-instrument.ts";

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
  uncertain: [
    "We know of no page that documents the content of the webhook; its fields are from the REST API's page create-payment-instruments/supported-response-attributes.",
    "The value of `resource.uuid`: generated events use the numeric id at the end of `resource.url`.",
    "The values of the card's `type`.",
  ],
  schema: paymentInstrumentSchema,
  headline: ({ company, user }, names) =>
    present(names("company", joined(company?.id) ?? ""), names("user", joined(user?.id) ?? "")),
  matters: { company: "company", user: "user", accountDisplay: "accountDisplay", createdOn: "createdOn" },
  added: added("PAYMENT_INSTRUMENT"),
  changes: [edited("PAYMENT_INSTRUMENT")],
  sample: (story) => ({
    uuid: String(paymentInstrumentOf(story).id),
    path: paymentInstrumentPath(story),
    content: paymentInstrumentContent(story),
  }),
});
