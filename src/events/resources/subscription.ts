import type { JsonObject } from "../json.ts";
import type { ResourceDefinition, Story } from "../resource.ts";
import { present, textAt } from "../text.ts";
import { toSecond } from "./content/dates.ts";
import { orderContent } from "./content/order.ts";
import {
  companyReference,
  editionReference,
  productReference,
  subscriptionPath,
  userReference,
} from "./content/reference.ts";
import { orderedProduct } from "./order.ts";

export const subscription: ResourceDefinition = {
  type: "SUBSCRIPTION",
  typeCertainty: "documented",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A company's use of a product: its state, its seats and the order it runs on.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/subscription",
  headline: (content, names) =>
    present(names(textAt(content, "company", "id") ?? ""), orderedProduct(content["order"])),
  sample: (action, story) => ({
    uuid: story.purchase.subscriptionUuid,
    path: subscriptionPath(story.purchase),
    content: subscriptionContent(story, action === "ADDED" ? "ACTIVE" : "CANCELLED"),
  }),
};

/** Keys and their order as in a payload captured in 2018, with those a public client of the REST API has beside them. */
function subscriptionContent(story: Story, status: "ACTIVE" | "CANCELLED"): JsonObject {
  const { at, purchase } = story;
  const ended = status === "CANCELLED";
  return {
    id: purchase.subscriptionUuid,
    parentSubscriptionId: null,
    creationDate: toSecond(purchase.orderedAt),
    endDate: ended ? toSecond(at) : null,
    externalId: null,
    externalAccountId: purchase.accountIdentifier,
    status,
    label: null,
    maxUsers: purchase.unit === "USER" ? purchase.quantity : null,
    assignedUsers: ended ? 0 : 1,
    order: orderContent(story, status),
    upcomingOrder: null,
    user: userReference(story),
    company: companyReference(story),
    product: productReference(story),
    edition: editionReference(story),
    redirectUrl: null,
    internalId: purchase.subscriptionUuid,
    bundleApplicationId: null,
    isFreeTrialExtensionRequest: false,
    freeTrialExtensionRequest: false,
    autoRenew: true,
    customAttributes: [],
  };
}
