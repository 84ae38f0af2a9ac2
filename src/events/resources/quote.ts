import type { ResourceDefinition } from "../resource.ts";

/** Uncertain: all of the content. */
export const quote: ResourceDefinition = {
  type: "QUOTE",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "An offer made to a customer.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  headline: () => [],
};
