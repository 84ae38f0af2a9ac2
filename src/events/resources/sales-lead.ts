import { defineResource } from "../resource.ts";
import { documented } from "../schema/certainty.ts";
import { undocumentedSample } from "./content/undocumented.ts";
import { undocumentedSchema } from "./schemas/undocumented.ts";

export const salesLead = defineResource({
  type: "SALES_LEAD",
  typeCertainty: "inferred",
  otherTypes: ["LEAD"],
  summary: "Somebody who may become a customer.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: documented("When a lead is created."),
    CHANGED: documented("When a lead is edited."),
    REMOVED: documented("When a lead is deleted; a public connector does not offer this event."),
  },
  shape: "inferred",
  uncertain: [
    "We know of no page that documents its content or its `resource.url`.",
    "Whether the type is SALES_LEAD or LEAD: AppReseller calls it Lead.",
    "Whether REMOVED is sent: one page says so, but a public connector offers only the other two actions.",
  ],
  schema: undocumentedSchema,
  headline: () => [],
  sample: undocumentedSample("sales_lead"),
});
