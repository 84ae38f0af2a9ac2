import type { ResourceDefinition } from "../resource.ts";

/**
 * Uncertain: the type, LEAD being the resource's name in the AppReseller; whether REMOVED is sent (one page says so, a
 * connector's offers the other two); and all of the content.
 */
export const salesLead: ResourceDefinition = {
  type: "SALES_LEAD",
  typeCertainty: "inferred",
  otherTypes: ["LEAD"],
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "Somebody who may become a customer.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  headline: () => [],
};
