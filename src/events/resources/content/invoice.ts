import { unitsMs } from "../../../duration.ts";
import { ownIdentity } from "../../story/own-identity.ts";
import type { Story } from "../../story/story.ts";
import type { InvoiceContent } from "../schemas/invoice.ts";
import { toSecond } from "./dates.ts";

export const invoiceOf = ownIdentity((random) => ({
  uuid: random.uuid(),
  id: String(random.integer(100_000, 9_999_999)),
  number: String(random.integer(10_000, 99_999)),
}));

/** To pay it in. */
const termMs = 30 * unitsMs.d;

/**
 * INVOICE's content, as far as it is documented. `APPDIRECT` is the marketplace's code that a marketplace has unless
 * it has another. Nobody sold it on behalf of the company, so there is no seller.
 * Uncertain: what `localized` holds, so it is null; that `id` and the number are texts of digits.
 */
export function invoiceContent(story: Story): InvoiceContent {
  const { id, uuid, number } = invoiceOf(story);
  const { issuedAt, status } = story.invoice;
  return {
    id,
    uuid,
    locale: story.user.locale,
    localized: null,
    invoiceNumber: null,
    billingRelationshipOwnerInvoiceNumber: number,
    partner: "APPDIRECT",
    status,
    currency: story.order.plan.currency.code,
    invoiceDate: toSecond(issuedAt),
    paymentTerms: { dueDate: toSecond(issuedAt) + termMs },
    seller: null,
  };
}
