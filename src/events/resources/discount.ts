import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

/** Uncertain: the content; the REST API's discount has these fields. */
export const discount: ResourceDefinition = {
  type: "DISCOUNT",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A price reduction that customers can use; using one sends nothing.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  headline: (content) => present(textAt(content, "code"), textAt(content, "applicationName")),
};
