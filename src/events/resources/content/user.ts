import type { Story } from "../../story/story.ts";
import type { UserContent } from "../schemas/user.ts";
import { toSecond, toSecondOrNull } from "./dates.ts";

/** The fields that USER and MEMBERSHIP share, in the order of AppDirect's "User Created" example. */
export function userContent({ user, marketplaceUrl }: Story): Omit<UserContent, "memberships"> {
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
    status: user.status,
    contact: { phoneNumber: null, ims: null, homePhone: null, mobilePhone: null, address: null },
    registrationCode: null,
    creationDate: toSecond(user.createdAt),
    lastSuccessfulLogin: toSecondOrNull(user.lastLoginAt),
    title: null,
    activationUrl: null,
    internalId: user.uuid,
    externalId: null,
    idpUuid: null,
    customAttributes: {},
  };
}
