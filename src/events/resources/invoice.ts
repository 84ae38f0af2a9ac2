import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

export const invoice: ResourceDefinition = {
  type: "INVOICE",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED", "REMOVED"],
  summary: "A bill for a company.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/invoice",
  headline: (content) =>
    present(
      textAt(content, "billingRelationshipOwnerInvoiceNumber") ??
        textAt(content, "invoiceNumber") ??
        textAt(content, "id"),
      textAt(content, "status"),
    ),
};
