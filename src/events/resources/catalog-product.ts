import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

export const catalogProduct: ResourceDefinition = {
  type: "CATALOG_PRODUCT",
  typeCertainty: "documented",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary:
    "A product as customers see it: added when it becomes visible on the marketplace, removed when it is hidden.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/catalog-product",
  headline: (content) => present(textAt(content, "application", "name")),
};
