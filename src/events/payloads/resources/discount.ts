// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { Json, JsonObject } from "../../json.ts";

/**
 * A price reduction that customers can use; using one sends nothing. Uncertain: We know of no page that documents
 * the content of the webhook; its fields are from
 * developer.appdirect.com/user-guides/billing-and-subscription/rest-api/manage-discounts/create-discounts.
 * Uncertain: Whether its values are numbers or text. Uncertain: The value of `resource.uuid`: generated events use
 * the numeric id at the end of `resource.url`.
 */
export type DiscountContent = {
  id: string | number;
  /** The code that a customer enters. */
  code?: string | null;
  redemptions?: string | number | null;
  /** Epoch milliseconds, or a time as text. */
  startDate?: number | string | null;
  /** Epoch milliseconds, or a time as text. */
  expirationDate?: number | string | null;
  /** FIXED_PRICE, PERCENTAGE, …: the documented list is not complete. */
  type?: string | null;
  /** For a FIXED_PRICE discount. */
  price?: string | number | null;
  /** For a PERCENTAGE discount. */
  percentage?: string | number | null;
  description?: string | null;
  /** True or false. */
  autoApply?: Json;
  /** True or false. */
  retainable?: Json;
  /** NONE, …: the documented list is not complete. */
  redemptionRestriction?: string | null;
  vendorSharePercentage?: string | number | null;
  partnerSharePercentage?: string | number | null;
  basePartnerSharePercentage?: string | number | null;
  unit?: string | null;
  minUnits?: string | number | null;
  maxUnits?: string | number | null;
  /** The product that it applies to. */
  applicationId?: string | number | null;
  /** The product's name. */
  applicationName?: string | null;
} & JsonObject;

/** When a discount is created. Not documented: inferred. */
export type DiscountAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "DISCOUNT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A price reduction that customers can use; using one sends nothing. */
    content: DiscountContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a discount is edited. Not documented: inferred. */
export type DiscountChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "DISCOUNT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A price reduction that customers can use; using one sends nothing. */
    content: DiscountContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a discount is deleted. Not documented: inferred. */
export type DiscountRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "DISCOUNT";
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
