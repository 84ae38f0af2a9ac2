import type { ResourceDefinition } from "../resource.ts";

/** Uncertain: the type, and all of the content. */
export const salesOpportunity: ResourceDefinition = {
  type: "SALES_OPPORTUNITY",
  typeCertainty: "inferred",
  otherTypes: ["OPPORTUNITY"],
  actions: ["ADDED", "CHANGED"],
  summary: "A sale that may come about.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  headline: () => [],
};
