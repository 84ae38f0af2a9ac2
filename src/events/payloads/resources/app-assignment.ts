// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

/** A user's seat in a subscription, from the start of the assignment until it is removed. */
export type AppAssignmentContent = {
  /** The progress of the assignment. */
  status:
    | "PENDING_USER_ACTIVATION"
    | "PENDING_REMOTE_CREATION"
    | "FAILED"
    | "ACTIVE"
    | "PENDING_REMOTE_CANCELLATION"
    | "CANCELLED";
  /** Who is assigned. */
  userUuid: string;
  /** The company that has the subscription. */
  companyUuid: string;
  /** The subscription, or entitlement. */
  subscriptionUuid: string;
  externalVendorIdentifier: string | null;
  /** Addresses of related resources. */
  links: {
    /** self. */
    rel: string;
    /** The same as resource.url. An http or https address. */
    href: string;
  }[];
};

/** When an assignment is initiated (it is pending then), and again when it has succeeded. */
export type AppAssignmentAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "APP_ASSIGNMENT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A user's seat in a subscription, from the start of the assignment until it is removed. */
    content: AppAssignmentContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/**
 * When an assignment or an unassignment succeeds or fails, and when one pending status follows another, such as
 * PENDING_REMOTE_CREATION after PENDING_USER_ACTIVATION.
 */
export type AppAssignmentChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "APP_ASSIGNMENT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A user's seat in a subscription, from the start of the assignment until it is removed. */
    content: AppAssignmentContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When an unassignment is initiated. */
export type AppAssignmentRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "APP_ASSIGNMENT";
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
