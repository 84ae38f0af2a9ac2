import { type InferOutput, looseObject, nullable, optional, picklist } from "valibot";
import { field } from "../../schema/field.ts";
import {
  currency,
  locale,
  open,
  text,
  textOrNull,
  textOrNumberOrNull,
  uncertainTimeOrNull,
} from "../../schema/scalars.ts";

/**
 * INVOICE's content, as far as the documented table is known: it goes on after `seller`.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/invoice
 */
export const invoiceSchema = looseObject({
  id: field(text, ""),
  uuid: field(text, ""),
  locale: field(nullable(locale), ""),
  localized: field(textOrNull, "Documented as text."),
  invoiceNumber: optional(field(textOrNumberOrNull, "Deprecated.")),
  billingRelationshipOwnerInvoiceNumber: field(textOrNumberOrNull, ""),
  partner: field(textOrNull, "The marketplace's code."),
  status: field(picklist(["PAID", "UNPAID", "CARRIED", "VOIDED"]), ""),
  currency: field(currency, ""),
  invoiceDate: field(uncertainTimeOrNull, "Epoch milliseconds, like dates in other payloads.", {
    certainty: "inferred",
  }),
  paymentTerms: field(
    nullable(
      looseObject({
        dueDate: field(uncertainTimeOrNull, "Epoch milliseconds, like dates in other payloads.", {
          certainty: "inferred",
        }),
      }),
    ),
    "When it is due.",
  ),
  seller: field(open, "If a reseller or agent ordered: the uuids of that user and company."),
});
export type InvoiceContent = InferOutput<typeof invoiceSchema>;
export type InvoiceStatus = InvoiceContent["status"];
