import type { Reading } from "../reading.ts";
import { defineResource } from "../resource.ts";
import { activateOrder, placeOrder } from "../story/ordering.ts";
import { joined, present } from "../text.ts";
import { orderContent } from "./content/order.ts";
import { orderPath } from "./content/reference.ts";
import { type OrderContent, orderSchema } from "./schemas/order.ts";

/** Uncertain: what `resource.uuid` holds; here it is the numeric id that `resource.url` ends in. */
export const order = defineResource({
  type: "ORDER",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "What was bought: the product's edition, the price, and how far its provisioning is.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/order",
  schema: orderSchema,
  headline: (content, names) =>
    present(
      names(joined(content.company?.id) ?? ""),
      orderedProduct(content),
      joined(content.totalPrice, content.currency),
    ),
  added: placeOrder,
  changes: [activateOrder],
  sample: (story) => ({
    uuid: String(story.order.id),
    path: orderPath(story.order),
    content: orderContent(story),
  }),
});

/** "CRM Pro": application and edition of its first line. */
export function orderedProduct(content: Reading<OrderContent> | undefined): string | undefined {
  const line = content?.orderLines?.[0];
  return joined(line?.applicationName, line?.editionName);
}
