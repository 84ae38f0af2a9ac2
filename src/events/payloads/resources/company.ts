// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { CompanyContact } from "../shared.ts";
import type { Json, JsonObject } from "../../json.ts";

/**
 * A customer of the marketplace: the company that users belong to and that buys. Uncertain: The contents of
 * `attributes`, `salesAgent`, `dealer`, `permissions` and `domains` when they are not empty. Uncertain: The fields
 * of an address beyond `street1`.
 */
export type CompanyContent = {
  /** The company's uuid or external id, depending on a setting of the marketplace. */
  id: string;
  name: string;
  enabled: boolean;
  /** How to reach it. */
  contact: CompanyContact | null;
  /** Such as SMALL. */
  size: string | null;
  status: "ACTIVE" | "INACTIVE";
  /** Documented as null. */
  attributes?: JsonObject | null;
  /** When it was created; rounded to the second in the payloads seen. Epoch milliseconds. */
  creationDate: number;
  industry: string | null;
  salesAgent?: JsonObject | null;
  website: string | null;
  emailAddress: string | null;
  dealer?: JsonObject | null;
  uuid: string;
  externalId: string | null;
  /** A country code of two letters. */
  countryCode: string | null;
  permissions: Json[];
  defaultIdpUuid: string | null;
  /** Documented as null. */
  domains?: Json[] | null;
};

/** When a company signs up, or is created by somebody who manages the marketplace. Not documented: inferred. */
export type CompanyAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "COMPANY";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A customer of the marketplace: the company that users belong to and that buys. */
    content: CompanyContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a company's profile or status changes. Not documented: inferred. */
export type CompanyChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "COMPANY";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A customer of the marketplace: the company that users belong to and that buys. */
    content: CompanyContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a company is deleted. Not documented: inferred. */
export type CompanyRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "COMPANY";
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
