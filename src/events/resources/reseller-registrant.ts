import { defineResource } from "../resource.ts";
import { inferred } from "../schema/certainty.ts";
import { undocumentedSample } from "./content/undocumented.ts";
import { undocumentedSchema } from "./schemas/undocumented.ts";

export const resellerRegistrant = defineResource({
  type: "RESELLER_REGISTRANT",
  typeCertainty: "inferred",
  summary: "Somebody who asked to become a reseller.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: inferred("When somebody registers as a reseller."),
  },
  shape: "inferred",
  uncertain: ["We know of no page that documents its content or its `resource.url`."],
  schema: undocumentedSchema,
  headline: () => [],
  sample: undocumentedSample("reseller_registrant"),
});
