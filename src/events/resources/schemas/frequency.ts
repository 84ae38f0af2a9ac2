import { picklist } from "valibot";

/** How often an order is billed; ONE_TIME stands in payment plans. Source: …/webhooks/working-with-webhooks/payload/order */
export const frequencySchema = picklist([
  "ONE_TIME",
  "DAILY",
  "MONTHLY",
  "QUARTERLY",
  "SIX_MONTHS",
  "YEARLY",
  "TWO_YEARS",
  "THREE_YEARS",
]);
