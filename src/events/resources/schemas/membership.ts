import { array, type InferOutput, object } from "valibot";
import { field } from "../../schema/field.ts";
import { text, yesOrNo } from "../../schema/scalars.ts";
import { userFields } from "./user.ts";

/**
 * MEMBERSHIP's content: a user, with the roles in one company.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/membership
 */
export const membershipSchema = object({
  ...userFields,
  roles: field(
    array(text),
    "The user's roles in the company. The words are inferred: ROLE_USER, ROLE_BILLING_ADMIN, ROLE_SYS_ADMIN, ROLE_RESELLER, ROLE_SALES_SUPPORT, ROLE_CHANNEL_SUPPORT, ROLE_CHANNEL_PRODUCT_SUPPORT, ROLE_CHANNEL_ADMIN, ROLE_CORPORATE_ADMIN, ROLE_DEVELOPER.",
  ),
  enabled: field(yesOrNo, ""),
});
export type MembershipContent = InferOutput<typeof membershipSchema>;
