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
  uncertain: ["Its content and its `resource.url` are documented nowhere that we know of."],
  schema: undocumentedSchema,
  headline: () => [],
  sample: undocumentedSample("reseller_registrant"),
});
