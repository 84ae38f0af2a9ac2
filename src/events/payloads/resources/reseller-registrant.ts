// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * Somebody who asked to become a reseller. Uncertain: We know of no page that documents its content or its
 * `resource.url`.
 */
export type ResellerRegistrantContent = JsonObject;

/** When somebody registers as a reseller. Not documented: inferred. */
export type ResellerRegistrantAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "RESELLER_REGISTRANT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** Somebody who asked to become a reseller. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};
