// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * A bill for a company. Uncertain: The documented table continues after `seller`, where our copy is cut off;
 * expect a buyer, lines and totals. Uncertain: Whether `invoiceDate` and `dueDate` are epoch milliseconds.
 */
export type InvoiceContent = {
  id: string;
  uuid: string;
  /** A locale such as en-US or en_US. */
  locale: string | null;
  /** Documented as text. */
  localized: string | null;
  /** Deprecated. */
  invoiceNumber?: string | number | null;
  billingRelationshipOwnerInvoiceNumber: string | number | null;
  /** The marketplace's code. */
  partner: string | null;
  status: "PAID" | "UNPAID" | "CARRIED" | "VOIDED";
  /** An ISO 4217 currency code. */
  currency: string;
  /**
   * Epoch milliseconds, like dates in other payloads. Epoch milliseconds, or a time as text. Not documented:
   * inferred.
   */
  invoiceDate: number | string | null;
  /** When it is due. */
  paymentTerms:
    | ({
        /**
         * Epoch milliseconds, like dates in other payloads. Epoch milliseconds, or a time as text. Not documented:
         * inferred.
         */
        dueDate: number | string | null;
      } & JsonObject)
    | null;
  /** If a reseller or agent ordered: the uuids of that user and company. */
  seller?: JsonObject | null;
} & JsonObject;

/** When an invoice is created. Not documented: inferred. */
export type InvoiceAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "INVOICE";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A bill for a company. */
    content: InvoiceContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When an invoice changes, such as its status once it is paid. Not documented: inferred. */
export type InvoiceChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "INVOICE";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A bill for a company. */
    content: InvoiceContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When an invoice is deleted. Not documented: inferred. */
export type InvoiceRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "INVOICE";
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
