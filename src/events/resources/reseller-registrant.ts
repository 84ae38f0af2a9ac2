import type { ResourceDefinition } from "../resource.ts";

/** Uncertain: all of the content. */
export const resellerRegistrant: ResourceDefinition = {
  type: "RESELLER_REGISTRANT",
  typeCertainty: "inferred",
  actions: ["ADDED"],
  summary: "Somebody who asked to become a reseller.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  headline: () => [],
};
