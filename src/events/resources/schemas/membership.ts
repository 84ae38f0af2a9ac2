import { array, boolean, object } from "valibot";
import { text } from "./scalars.ts";
import { userFields } from "./user.ts";

/**
 * MEMBERSHIP's content: a user, with the roles in one company. Uncertain: the names of the roles.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/membership
 */
export const membershipSchema = object({ ...userFields, roles: array(text), enabled: boolean() });
