import type { JsonObject } from "../../json.ts";
import type { Story } from "../../resource.ts";
import { toSecond } from "./dates.ts";

/**
 * The fields that USER and MEMBERSHIP share, in the order of AppDirect's "User Created" example.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/user
 */
export function userContent(story: Story, status: "ACTIVE" | "INACTIVE"): JsonObject {
  const { user, marketplaceUrl, began } = story;
  return {
    id: user.uuid,
    openId: `${marketplaceUrl}/openid/id/${user.uuid}`,
    email: user.email,
    username: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    language: user.language,
    locale: user.locale,
    password: null,
    profilePic: null,
    deleted: false,
    status,
    contact: { phoneNumber: null, ims: null, homePhone: null, mobilePhone: null, address: null },
    registrationCode: null,
    creationDate: toSecond(began),
    lastSuccessfulLogin: status === "ACTIVE" ? lastLogin(story) : null,
    title: null,
    activationUrl: null,
    internalId: user.uuid,
    externalId: null,
    idpUuid: null,
    customAttributes: {},
  };
}

/** Some minutes ago, but never before the user was there. */
function lastLogin({ at, began, random }: Story): number {
  const login = new Date(at.getTime() - random.integer(1, 120) * 60_000);
  return Math.max(toSecond(login), toSecond(began));
}
