import type { Json } from "../json.ts";
import type { ResourceDefinition } from "../resource.ts";
import { joined, present, textAt } from "../text.ts";
import { orderContent } from "./content/order.ts";

/** Uncertain: what `resource.uuid` holds; here it is the numeric id that `resource.url` ends in. */
export const order: ResourceDefinition = {
  type: "ORDER",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "What was bought: the product's edition, the price, and how far its provisioning is.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/order",
  headline: (content, names) =>
    present(
      names(textAt(content, "company", "id") ?? ""),
      orderedProduct(content),
      joined(textAt(content, "totalPrice"), textAt(content, "currency")),
    ),
  sample: (action, story) => ({
    uuid: String(story.purchase.orderId),
    path: `/api/billing/v1/orders/${story.purchase.orderId}`,
    content: orderContent(story, action === "ADDED" ? "PENDING_REMOTE_CREATION" : "ACTIVE"),
  }),
};

/** "CRM Pro", from an order of any shape: application and edition of its first line. */
export function orderedProduct(content: Json | undefined): string | undefined {
  const line = ["orderLines", 0] as const;
  return joined(textAt(content, ...line, "applicationName"), textAt(content, ...line, "editionName"));
}
