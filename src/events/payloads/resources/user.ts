// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { CompanyContent } from "../resources/company.ts";
import type { JsonObject } from "../../json.ts";
import type { UserContact } from "../shared.ts";

/**
 * A person who signed up on the marketplace or was invited to it. Uncertain: The other fields of a membership,
 * probably `roles`: our copy of the documented table is cut off after `enabled` and `company`.
 */
export type UserContent = {
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
  /** The companies that the user belongs to. */
  memberships: ({
    enabled: boolean;
    /** The company, with the fields of COMPANY. */
    company: CompanyContent;
  } & JsonObject)[];
};

/** When a user signed up or was invited; user and company are INACTIVE then. */
export type UserAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "USER";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A person who signed up on the marketplace or was invited to it. */
    content: UserContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a user's profile or status changes. Not documented: inferred. */
export type UserChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "USER";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A person who signed up on the marketplace or was invited to it. */
    content: UserContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a user is deleted. Not documented: inferred. */
export type UserRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "USER";
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
