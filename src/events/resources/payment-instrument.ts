import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

/** Uncertain: the content; the REST API's payment instrument has these fields. Nothing of the card is for a headline. */
export const paymentInstrument: ResourceDefinition = {
  type: "PAYMENT_INSTRUMENT",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED"],
  summary: "A way in which a company pays, such as a card.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/resources-list",
  headline: (content, names) =>
    present(names(textAt(content, "company", "id") ?? ""), names(textAt(content, "user", "id") ?? "")),
};
