// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * A possible sale. Uncertain: We know of no page that documents its content or its `resource.url`. Uncertain:
 * Whether the type is SALES_OPPORTUNITY or OPPORTUNITY.
 */
export type SalesOpportunityContent = JsonObject;

/** When an opportunity is created. Not documented: inferred. */
export type SalesOpportunityAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SALES_OPPORTUNITY" | "OPPORTUNITY";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A possible sale. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When an opportunity is edited. Not documented: inferred. */
export type SalesOpportunityChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SALES_OPPORTUNITY" | "OPPORTUNITY";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A possible sale. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};
