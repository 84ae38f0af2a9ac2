import { defineResource } from "../resource.ts";
import { inferred } from "../schema/certainty.ts";
import { undocumentedSample } from "./content/undocumented.ts";
import { undocumentedSchema } from "./schemas/undocumented.ts";

export const quote = defineResource({
  type: "QUOTE",
  typeCertainty: "inferred",
  summary: "An offer made to a customer.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: inferred("When a quote is created."),
    CHANGED: inferred("When a quote is edited."),
    REMOVED: inferred("When a quote is deleted."),
  },
  shape: "inferred",
  uncertain: ["We know of no page that documents its content or its `resource.url`."],
  schema: undocumentedSchema,
  headline: () => [],
  sample: undocumentedSample("quote"),
});
