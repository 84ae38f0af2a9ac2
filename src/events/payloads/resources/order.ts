// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { Json, JsonObject } from "../../json.ts";
import type { OrderContract, OrderLine, PaymentPlan, Reference } from "../shared.ts";

/**
 * What was bought: the product's edition, the price, and the progress of its provisioning. Uncertain: The value of
 * `resource.uuid`: generated events use the numeric id at the end of `resource.url`. Uncertain: The complete list
 * of `type`, and the contents of `discount` and `discountId`. Uncertain: The newer flags of `contract`, whose
 * names begin with block, keep and align. Uncertain: The values of `status`, `unitDependency` and
 * `pricingStrategy` in `paymentPlan`.
 */
export type OrderContent = {
  /** Known from the REST API. */
  uuid?: string;
  /** Epoch milliseconds. */
  startDate: number | null;
  /** Epoch milliseconds. */
  endDate: number | null;
  /** The only date that is text. A day as yyyy-MM-dd. */
  serviceStartDate: string | null;
  /** Epoch milliseconds. */
  nextBillingDate: number | null;
  /** Epoch milliseconds. */
  endOfDiscountDate: number | null;
  /** Epoch milliseconds. Known from the REST API. */
  cycleStartDate?: number | null;
  /** Epoch milliseconds. Known from the REST API. */
  billingEndDate?: number | null;
  status:
    | "INITIALIZED"
    | "PENDING_USER_APPROVAL"
    | "PENDING_REMOTE_CREATION"
    | "PENDING_MANUAL_RECOVERY"
    | "PENDING_ASYNCHRONOUS_CREATION"
    | "FREE_TRIAL"
    | "ACTIVE"
    | "FINISHED"
    | "ONE_TIME"
    | "CANCELLED"
    | "SUSPENDED"
    | "FREE_TRIAL_EXPIRED"
    | "FREE_TRIAL_CANCELLED"
    | "DELETED"
    | "UPCOMING"
    | "FAILED"
    | "PENDING_MIGRATION_ACTIVATION"
    | "PENDING_DELAYED_PROVISIONING"
    | "PENDING_REMOTE_APPROVAL";
  /** How often it is billed. */
  frequency: "DAILY" | "MONTHLY" | "QUARTERLY" | "SIX_MONTHS" | "YEARLY" | "TWO_YEARS" | "THREE_YEARS";
  /** An ISO 4217 currency code. */
  currency: string;
  /** NEW, MIGRATION, ADOPTION, FREE_TRIAL_ACTIVATION, METERED_USAGE, …: the documented list is not complete. */
  type: string;
  totalPrice: number;
  /** Who ordered; null in one-time orders. */
  user: Reference | null;
  /** Set when somebody bought on behalf of the customer. */
  salesSupportUser: Reference | null;
  /** Set when somebody bought on behalf of the customer. */
  salesSupportCompany: Reference | null;
  /** The customer; null in one-time orders. */
  company: Reference | null;
  referenceCode: string | null;
  /** Deprecated. */
  transactionMode?: Json;
  /** The price, and how often it is billed. */
  paymentPlan: PaymentPlan | null;
  /** Null if there is none. */
  contract: OrderContract | null;
  /** The order that this one replaced: an order, or only its id. */
  previousOrder:
    | ({
        /** A number or text. */
        id: string | number;
      } & JsonObject)
    | null;
  /** The order that replaces it: an order, or only its id. */
  nextOrder:
    | ({
        /** A number or text. */
        id: string | number;
      } & JsonObject)
    | null;
  /** Null if there is none. */
  discount?: JsonObject | null;
  /** A whole number. */
  paymentPlanId: number | null;
  discountId?: Json;
  activated: boolean;
  /** Small orders without lines of their own, such as metered usage. */
  oneTimeOrders: ({
    id?: string | number;
    /** ONE_TIME in the payload captured in 2018. */
    status?:
      | "INITIALIZED"
      | "PENDING_USER_APPROVAL"
      | "PENDING_REMOTE_CREATION"
      | "PENDING_MANUAL_RECOVERY"
      | "PENDING_ASYNCHRONOUS_CREATION"
      | "FREE_TRIAL"
      | "ACTIVE"
      | "FINISHED"
      | "ONE_TIME"
      | "CANCELLED"
      | "SUSPENDED"
      | "FREE_TRIAL_EXPIRED"
      | "FREE_TRIAL_CANCELLED"
      | "DELETED"
      | "UPCOMING"
      | "FAILED"
      | "PENDING_MIGRATION_ACTIVATION"
      | "PENDING_DELAYED_PROVISIONING"
      | "PENDING_REMOTE_APPROVAL";
    /** METERED_USAGE in the payload captured in 2018. */
    type?: string;
    /** An ISO 4217 currency code. */
    currency?: string | null;
    totalPrice?: number | null;
    /** Null in the payload captured in 2018. */
    user?: Reference | null;
    /** Null in the payload captured in 2018. */
    company?: Reference | null;
    /** Like the order's payment plan, but its id was text in the payload captured in 2018. */
    paymentPlan?: JsonObject | null;
  } & JsonObject)[];
  /** What was ordered, and tax, penalties and discounts. */
  orderLines: OrderLine[];
  /** The fields that the vendor requests in an order. */
  parameters: ({
    name: string;
    value?: Json;
  } & JsonObject)[];
  customAttributes: ({
    name: string;
    /** Such as TEXT. */
    attributeType: string;
    value?: Json;
    valueKeys?: Json;
  } & JsonObject)[];
  /** Addresses of related resources. */
  links: ({
    /** Such as subscription. */
    rel: string;
    href: string;
  } & JsonObject)[];
  /** A number in the payload captured in 2018; a public client of the REST API has received both. */
  id: string | number;
};

/** When an order is placed; changing a subscription also creates a new order. Not documented: inferred. */
export type OrderAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "ORDER";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** What was bought: the product's edition, the price, and the progress of its provisioning. */
    content: OrderContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When the order reaches certain states; our copy of the documented list is cut off. */
export type OrderChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "ORDER";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** What was bought: the product's edition, the price, and the progress of its provisioning. */
    content: OrderContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When an order is deleted. Not documented: inferred. */
export type OrderRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "ORDER";
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
