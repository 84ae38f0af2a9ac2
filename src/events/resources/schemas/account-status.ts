import { type InferOutput, picklist } from "valibot";

/** Of a user, and of a company. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/user */
export const accountStatusSchema = picklist(["ACTIVE", "INACTIVE"]);
export type AccountStatus = InferOutput<typeof accountStatusSchema>;
