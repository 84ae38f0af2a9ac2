// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * A way in which a company pays, such as a card. Uncertain: We know of no page that documents the content of the
 * webhook; its fields are from the REST API's page create-payment-instruments/supported-response-attributes.
 * Uncertain: The value of `resource.uuid`: generated events use the numeric id at the end of `resource.url`.
 * Uncertain: The values of the card's `type`.
 */
export type PaymentInstrumentContent = {
  id: string | number;
  /** When it was created. Epoch milliseconds, or a time as text. */
  createdOn?: number | string | null;
  /** The user. */
  user?:
    | ({
        id?: string | number | null;
        /** Its REST address. */
        href?: string | null;
      } & JsonObject)
    | null;
  /** The company. */
  company?:
    | ({
        id?: string | number | null;
        /** Its REST address. */
        href?: string | null;
      } & JsonObject)
    | null;
  /** The account, masked. */
  accountDisplay?: string | null;
  /** The address on the bill. */
  billingAddress?:
    | ({
        /** MR, MS or COMPANY. */
        salutation?: string | null;
        firstName?: string | null;
        lastName?: string | null;
        fullName?: string | null;
        companyName?: string | null;
        phoneNumber?: string | null;
        phoneExtension?: string | null;
        faxNumber?: string | null;
        faxExtension?: string | null;
        street1?: string | null;
        street2?: string | null;
        city?: string | null;
        state?: string | null;
        zip?: string | null;
        country?: string | null;
        pobox?: string | null;
        pozip?: string | null;
      } & JsonObject)
    | null;
  /** The documented list of its fields is not complete. */
  creditCard?:
    | ({
        expirationMonth?: string | number | null;
        expirationYear?: string | number | null;
        type?: string | null;
      } & JsonObject)
    | null;
} & JsonObject;

/** When a payment instrument is created. Not documented: inferred. */
export type PaymentInstrumentAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "PAYMENT_INSTRUMENT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A way in which a company pays, such as a card. */
    content: PaymentInstrumentContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When a payment instrument is edited. Not documented: inferred. */
export type PaymentInstrumentChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "PAYMENT_INSTRUMENT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A way in which a company pays, such as a card. */
    content: PaymentInstrumentContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};
