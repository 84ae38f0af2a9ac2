import { type InferOutput, picklist } from "valibot";

/** Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order */
export const orderStatusSchema = picklist([
  "INITIALIZED",
  "PENDING_USER_APPROVAL",
  "PENDING_REMOTE_CREATION",
  "PENDING_MANUAL_RECOVERY",
  "PENDING_ASYNCHRONOUS_CREATION",
  "FREE_TRIAL",
  "ACTIVE",
  "FINISHED",
  "ONE_TIME",
  "CANCELLED",
  "SUSPENDED",
  "FREE_TRIAL_EXPIRED",
  "FREE_TRIAL_CANCELLED",
  "DELETED",
  "UPCOMING",
  "FAILED",
  "PENDING_MIGRATION_ACTIVATION",
  "PENDING_DELAYED_PROVISIONING",
  "PENDING_REMOTE_APPROVAL",
]);
export type OrderStatus = InferOutput<typeof orderStatusSchema>;
