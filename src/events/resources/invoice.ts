import { defineResource } from "../resource.ts";
import { issueInvoice, payInvoice, voidInvoice } from "../story/invoicing.ts";
import { joined, present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { invoiceContent, invoiceOf } from "./content/invoice.ts";
import { invoiceSchema } from "./schemas/invoice.ts";

export const invoice = defineResource({
  type: "INVOICE",
  typeCertainty: "inferred",
  summary: "A bill for a company.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/invoice",
  fires: {
    ADDED: inferred("When an invoice is created."),
    CHANGED: inferred("When an invoice changes, such as its status once it is paid."),
    REMOVED: inferred("When an invoice is deleted."),
  },
  url: documented("/api/appmarket/v1/invoices/{uuid}"),
  shape: "documented",
  uncertain: [
    "The documented table continues after `seller`, where our copy is cut off; expect a buyer, lines and totals.",
    "Whether `invoiceDate` and `dueDate` are epoch milliseconds.",
  ],
  schema: invoiceSchema,
  headline: ({ billingRelationshipOwnerInvoiceNumber, invoiceNumber, id, status }) =>
    present(joined(billingRelationshipOwnerInvoiceNumber) ?? joined(invoiceNumber) ?? joined(id), status),
  matters: { invoiceDate: "invoiceDate", dueDate: "paymentTerms.dueDate", currency: "currency", partner: "partner" },
  added: issueInvoice,
  changes: [payInvoice, voidInvoice],
  sample: (story) => ({
    uuid: invoiceOf(story).uuid,
    path: `/api/appmarket/v1/invoices/${invoiceOf(story).uuid}`,
    content: invoiceContent(story),
  }),
});
