import { moneyText } from "../money.ts";
import type { Reading } from "../reading.ts";
import { defineResource } from "../resource.ts";
import { activateOrder, placeOrder } from "../story/ordering.ts";
import { joined, present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { orderContent } from "./content/order.ts";
import { orderPath } from "./content/reference.ts";
import { type OrderContent, orderSchema } from "./schemas/order.ts";

export const order = defineResource({
  type: "ORDER",
  typeCertainty: "inferred",
  summary: "What was bought: the product's edition, the price, and how far its provisioning is.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/order",
  fires: {
    ADDED: inferred("When an order is placed; a change of a subscription makes a new one too."),
    CHANGED: documented("When the order comes into certain states; the documented list of them is cut."),
    REMOVED: inferred("When an order is deleted."),
  },
  url: documented("/api/billing/v1/orders/{id}"),
  shape: "documented",
  uncertain: [
    "What `resource.uuid` holds; made-up events have the numeric id there that `resource.url` ends in.",
    "The complete list of `type`, and what `discount` and `discountId` hold.",
    "The newer flags of `contract`, whose names begin with block, keep and align.",
    "The values of `status`, `unitDependency` and `pricingStrategy` below `paymentPlan`.",
  ],
  schema: orderSchema,
  headline: (content, names) =>
    present(
      names("company", joined(content.company?.id) ?? ""),
      orderedProduct(content),
      moneyText(content.totalPrice, content.currency) ?? joined(content.totalPrice, content.currency),
    ),
  matters: {
    status: "status",
    orderLines: "orderLines",
    frequency: "frequency",
    user: "user",
    nextBillingDate: "nextBillingDate",
  },
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
