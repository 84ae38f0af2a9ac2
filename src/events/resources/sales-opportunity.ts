import { defineResource } from "../resource.ts";
import { inferred } from "../schema/certainty.ts";
import { undocumentedSample } from "./content/undocumented.ts";
import { undocumentedSchema } from "./schemas/undocumented.ts";

export const salesOpportunity = defineResource({
  type: "SALES_OPPORTUNITY",
  typeCertainty: "inferred",
  otherTypes: ["OPPORTUNITY"],
  summary: "A possible sale.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: inferred("When an opportunity is created."),
    CHANGED: inferred("When an opportunity is edited."),
  },
  shape: "inferred",
  uncertain: [
    "We know of no page that documents its content or its `resource.url`.",
    "Whether the type is SALES_OPPORTUNITY or OPPORTUNITY.",
  ],
  schema: undocumentedSchema,
  headline: () => [],
  sample: undocumentedSample("sales_opportunity"),
});
