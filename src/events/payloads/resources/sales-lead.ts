// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * Somebody who may become a customer. Uncertain: We know of no page that documents its content or its
 * `resource.url`. Uncertain: Whether the type is SALES_LEAD or LEAD: AppReseller calls it Lead. Uncertain: Whether
 * REMOVED is sent: one page says so, but a public connector offers only the other two actions.
 */
export type SalesLeadContent = JsonObject;

/** When a lead is created. */
export type SalesLeadAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SALES_LEAD" | "LEAD";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** Somebody who may become a customer. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a lead is edited. */
export type SalesLeadChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SALES_LEAD" | "LEAD";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** Somebody who may become a customer. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a lead is deleted; a public connector does not offer this event. */
export type SalesLeadRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SALES_LEAD" | "LEAD";
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
