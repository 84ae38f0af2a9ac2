// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/** An offer made to a customer. Uncertain: We know of no page that documents its content or its `resource.url`. */
export type QuoteContent = JsonObject;

/** When a quote is created. Not documented: inferred. */
export type QuoteAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "QUOTE";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** An offer made to a customer. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a quote is edited. Not documented: inferred. */
export type QuoteChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "QUOTE";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** An offer made to a customer. */
    content: JsonObject;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a quote is deleted. Not documented: inferred. */
export type QuoteRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "QUOTE";
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
