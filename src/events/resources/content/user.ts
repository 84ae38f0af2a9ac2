import type { Story } from "../../story/story.ts";
import type { UserContent } from "../schemas/user.ts";
import { toSecond, toSecondOrNull } from "./dates.ts";

/**
 * The fields that USER and MEMBERSHIP share, in the order of AppDirect's "User Created" example, and then those that one
 * of them has besides. They are added to the object itself: a spread copy of so many fields is of a new shape each time,
 * which takes several times as long to make, to write as JSON and to clear away.
 */
export function userContent<Besides extends object>({ user, marketplaceUrl }: Story, besides: Besides) {
  const shared: Omit<UserContent, "memberships"> = {
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
  return Object.assign(shared, besides);
}
