// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { Json } from "../../json.ts";
import type { OrderContent } from "../resources/order.ts";
import type { Reference } from "../shared.ts";

/**
 * A company's use of a product: its state, its seats and the order it runs on. Uncertain: Which state changes are
 * sent; for example, whether a renewal is sent. Uncertain: `resource.url` was missing in both payloads of a
 * REMOVED subscription captured in 2018.
 */
export type SubscriptionContent = {
  /** The subscription's uuid. */
  id: string;
  /** For an add-on: the subscription that it belongs to. */
  parentSubscriptionId: string | null;
  /** When it was created; rounded to the second in the payloads seen. Epoch milliseconds. */
  creationDate: number;
  /** Epoch milliseconds. */
  endDate: number | null;
  /** Known from the REST API. */
  externalId?: string | null;
  /** The vendor's accountIdentifier. */
  externalAccountId: string | null;
  /**
   * INITIALIZED becomes ACTIVE or FAILED; FREE_TRIAL becomes ACTIVE or FREE_TRIAL_EXPIRED; FREE_TRIAL_EXPIRED
   * becomes CANCELLED or ACTIVE; ACTIVE becomes SUSPENDED and back, or CANCELLED.
   */
  status:
    | "INITIALIZED"
    | "PENDING_USER_APPROVAL"
    | "PENDING_REMOTE_CREATION"
    | "FREE_TRIAL"
    | "ACTIVE"
    | "FINISHED"
    | "ONE_TIME"
    | "CANCELLED"
    | "SUSPENDED"
    | "FREE_TRIAL_EXPIRED"
    | "FREE_TRIAL_CANCELLED"
    | "DELETED"
    | "FAILED"
    | "UPCOMING"
    | "PENDING_MIGRATION_ACTIVATION";
  /** Known from the REST API. */
  label?: string | null;
  /** A whole number. */
  maxUsers: number | null;
  /** A whole number. */
  assignedUsers: number;
  /** The order that it runs on, with the fields of ORDER. */
  order: OrderContent | null;
  /** The order that replaces it. */
  upcomingOrder: OrderContent | null;
  user: Reference | null;
  /** The customer. */
  company: Reference | null;
  product: Reference | null;
  edition: Reference | null;
  redirectUrl: string | null;
  internalId: string | null;
  /** Known from the REST API. */
  bundleApplicationId?: string | null;
  /** Known from the REST API. */
  isFreeTrialExtensionRequest?: boolean;
  /** Known from the REST API. */
  freeTrialExtensionRequest?: boolean;
  /** Known from the REST API. */
  autoRenew?: boolean;
  /** Known from the REST API. */
  customAttributes?: Json[];
};

/** When a subscription is created by a purchase. Not documented: inferred. */
export type SubscriptionAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SUBSCRIPTION";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A company's use of a product: its state, its seats and the order it runs on. */
    content: SubscriptionContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/**
 * When a subscription changes: its status, its edition, its seats or the order it runs on. Not documented:
 * inferred.
 */
export type SubscriptionChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SUBSCRIPTION";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A company's use of a product: its state, its seats and the order it runs on. */
    content: SubscriptionContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When a subscription was cancelled successfully. */
export type SubscriptionRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "SUBSCRIPTION";
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
