// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";
import type { UserContact } from "../shared.ts";

/**
 * A user's place in a company, with the roles the user has there. Uncertain: The value of `resource.uuid`:
 * generated events use the user's id. Uncertain: The values of `roles`: these are from AppDirect's page on scopes.
 * Uncertain: Which company it is: only `resource.url` names it.
 */
export type MembershipContent = {
  /** The user's uuid or external id, depending on a setting of the marketplace. */
  id: string;
  /** The user's OpenID, an address. An http or https address. */
  openId: string;
  email: string;
  /** The email address unless set otherwise. */
  username: string;
  firstName: string | null;
  lastName: string | null;
  /** A language code of two letters. */
  language: string | null;
  /** en_US in the documentation's table, en-US in its example. A locale such as en-US or en_US. */
  locale: string | null;
  /** Deprecated, always null. */
  password: null;
  /** The address of a picture. An http or https address. */
  profilePic: string | null;
  /** Deprecated, always false. */
  deleted: boolean;
  status: "ACTIVE" | "INACTIVE";
  /** How to reach the user; all of it is null in the documentation's example. */
  contact: UserContact | null;
  registrationCode: string | null;
  /** When the user was created; rounded to the second in the payloads seen. Epoch milliseconds. */
  creationDate: number;
  /** Epoch milliseconds. */
  lastSuccessfulLogin: number | null;
  title: string | null;
  activationUrl: string | null;
  internalId: string | null;
  externalId: string | null;
  idpUuid: string | null;
  /** Empty in the documentation's example. */
  customAttributes: JsonObject;
  /**
   * The user's roles in the company. The words are inferred: ROLE_USER, ROLE_BILLING_ADMIN, ROLE_SYS_ADMIN,
   * ROLE_RESELLER, ROLE_SALES_SUPPORT, ROLE_CHANNEL_SUPPORT, ROLE_CHANNEL_PRODUCT_SUPPORT, ROLE_CHANNEL_ADMIN,
   * ROLE_CORPORATE_ADMIN, ROLE_DEVELOPER.
   */
  roles: string[];
  enabled: boolean;
};

/** When a user is added to a company. Not documented: inferred. */
export type MembershipAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "MEMBERSHIP";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A user's place in a company, with the roles the user has there. */
    content: MembershipContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a user's roles in a company change, or the membership is enabled or disabled. Not documented: inferred. */
export type MembershipChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "MEMBERSHIP";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A user's place in a company, with the roles the user has there. */
    content: MembershipContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a user is removed from a company. Not documented: inferred. */
export type MembershipRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "MEMBERSHIP";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url?: string | null;
    /** The removed resource is not sent. Nothing, or null. */
    content?: null;
  };
  /** What happened to the resource. */
  resourceAction: "REMOVED";
};
