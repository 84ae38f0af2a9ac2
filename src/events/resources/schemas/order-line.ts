import { type InferOutput, nullable, number, object, optional, picklist } from "valibot";

import { textOrNull, wholeNumberOrNull } from "./scalars.ts";

/**
 * One line of an order. A TAX line leaves out the keys that it has no value for, and only it has a `percentage`.
 * Uncertain: which keys those are. Units are open: custom ones exist beside the 248 that a public SDK has.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, and a subscription captured in 2018.
 */
export const orderLineSchema = object({
  id: optional(wholeNumberOrNull),
  editionPricingItemId: optional(wholeNumberOrNull),
  type: picklist(["ITEM", "TAX", "PENALTY", "DISCOUNT"]),
  unit: optional(textOrNull),
  quantity: optional(nullable(number())),
  price: optional(nullable(number())),
  listingPrice: optional(nullable(number())),
  totalPrice: optional(nullable(number())),
  applicationName: optional(textOrNull),
  editionName: optional(textOrNull),
  description: optional(textOrNull),
  percentage: optional(nullable(number())),
});
export type OrderLineContent = InferOutput<typeof orderLineSchema>;
