import { type InferOutput, looseObject, optional } from "valibot";
import { field } from "../schema/field.ts";
import { anything, textOrNull, textOrNumber, textOrNumberOrNull, uncertainTimeOrNull } from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { present } from "../text.ts";
import { inferred } from "../schema/certainty.ts";

/**
 * DISCOUNT's content: the fields of the REST API's discount. Its documented examples, which were turned from XML, have
 * every value as a text: the type of a value is not known, nor which of them the webhook leaves out.
 * Source: developer.appdirect.com/user-guides/billing-and-subscription/rest-api/manage-discounts/create-discounts
 */
const discountSchema = looseObject({
  id: field(textOrNumber, ""),
  code: optional(field(textOrNull, "What a customer enters.")),
  redemptions: optional(field(textOrNumberOrNull, "")),
  startDate: optional(field(uncertainTimeOrNull, "")),
  expirationDate: optional(field(uncertainTimeOrNull, "")),
  type: optional(field(textOrNull, "FIXED_PRICE, PERCENTAGE, …: the documented list is not complete.")),
  price: optional(field(textOrNumberOrNull, "Of a FIXED_PRICE discount.")),
  percentage: optional(field(textOrNumberOrNull, "Of a PERCENTAGE discount.")),
  description: optional(field(textOrNull, "")),
  autoApply: field(anything, "True or false."),
  retainable: field(anything, "True or false."),
  redemptionRestriction: optional(field(textOrNull, "NONE, …: the documented list is not complete.")),
  vendorSharePercentage: optional(field(textOrNumberOrNull, "")),
  partnerSharePercentage: optional(field(textOrNumberOrNull, "")),
  basePartnerSharePercentage: optional(field(textOrNumberOrNull, "")),
  unit: optional(field(textOrNull, "")),
  minUnits: optional(field(textOrNumberOrNull, "")),
  maxUnits: optional(field(textOrNumberOrNull, "")),
  applicationId: optional(field(textOrNumberOrNull, "The product that it is for.")),
  applicationName: optional(field(textOrNull, "The product's name.")),
});
export type DiscountContent = InferOutput<typeof discountSchema>;

export const discount = defineResource({
  type: "DISCOUNT",
  typeCertainty: "inferred",
  summary: "A price reduction that customers can use; using one sends nothing.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: inferred("When a discount is created."),
    CHANGED: inferred("When a discount is edited."),
    REMOVED: inferred("When a discount is deleted."),
  },
  url: inferred("/api/channel/v1/discounts/{id}"),
  shape: "from the REST API",
  uncertain: [
    "The content of the webhook is documented nowhere that we know of.",
    "Whether its values are numbers or texts.",
  ],
  schema: discountSchema,
  headline: ({ code, applicationName }) => present(code, applicationName),
});
