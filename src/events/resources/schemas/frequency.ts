import { picklist } from "valibot";

const frequencies = ["DAILY", "MONTHLY", "QUARTERLY", "SIX_MONTHS", "YEARLY", "TWO_YEARS", "THREE_YEARS"] as const;

/** How often an order is billed. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order */
export const orderFrequencySchema = picklist(frequencies);

/** A payment plan may be billed once, too. */
export const planFrequencySchema = picklist(["ONE_TIME", ...frequencies]);
