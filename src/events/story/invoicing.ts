import type { Story } from "./story.ts";
import { subscribed } from "./subscribing.ts";

/** The company, which has bought, is sent a bill. */
export function issueInvoice(story: Story): Story {
  return { ...subscribed(story), invoice: { status: "UNPAID", issuedAt: story.at } };
}

/** The company pays. */
export function payInvoice(story: Story): Story {
  return { ...story, invoice: { ...story.invoice, status: "PAID" } };
}

/** The bill was a mistake, say. */
export function voidInvoice(story: Story): Story {
  return { ...story, invoice: { ...story.invoice, status: "VOIDED" } };
}
