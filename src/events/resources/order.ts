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
  summary: "What was bought: the product's edition, the price, and the progress of its provisioning.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/order",
  fires: {
    ADDED: inferred("When an order is placed; changing a subscription also creates a new order."),
    CHANGED: documented("When the order reaches certain states; our copy of the documented list is cut off."),
    REMOVED: inferred("When an order is deleted."),
  },
  url: documented("/api/billing/v1/orders/{id}"),
  shape: "documented",
  uncertain: [
    "The value of `resource.uuid`: generated events use the numeric id at the end of `resource.url`.",
    "The complete list of `type`, and the contents of `discount` and `discountId`.",
    "The newer flags of `contract`, whose names begin with block, keep and align.",
    "The values of `status`, `unitDependency` and `pricingStrategy` in `paymentPlan`.",
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
