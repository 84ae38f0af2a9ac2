import { type InferOutput, object, optional, picklist } from "valibot";
import { field } from "../../schema/field.ts";
import { amountOrNull, textOrNull, wholeNumberOrNull } from "../../schema/scalars.ts";
import { unitMeaning } from "../../schema/unit-meaning.ts";

/**
 * One line of an order. A TAX line leaves out the keys that it has no value for, and only it has a `percentage`.
 * Uncertain: which keys those are. Units are open: custom ones exist beside the 248 that a public SDK has.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, and a subscription captured in 2018.
 */
export const orderLineSchema = object({
  id: optional(field(wholeNumberOrNull, "")),
  editionPricingItemId: optional(field(wholeNumberOrNull, "")),
  type: field(picklist(["ITEM", "TAX", "PENALTY", "DISCOUNT"]), ""),
  unit: optional(field(textOrNull, unitMeaning)),
  quantity: optional(field(amountOrNull, "")),
  price: optional(field(amountOrNull, "The price of one unit.")),
  listingPrice: optional(field(amountOrNull, "")),
  totalPrice: optional(field(amountOrNull, "")),
  applicationName: optional(field(textOrNull, "The product's name.")),
  editionName: optional(field(textOrNull, "")),
  description: optional(field(textOrNull, "")),
  percentage: optional(field(amountOrNull, "The rate of a TAX line.")),
});
export type OrderLineContent = InferOutput<typeof orderLineSchema>;
