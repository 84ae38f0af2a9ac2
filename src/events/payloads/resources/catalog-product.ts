// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { JsonObject } from "../../json.ts";

/**
 * A product as customers see it: added when it becomes visible on the marketplace, removed when it is hidden.
 * Uncertain: The documented table continues after `displayQuestions`, where our copy is cut off. Uncertain: A GET
 * of `resource.url` returns the REST API's product, not this content.
 */
export type CatalogProductContent = {
  /** The product. */
  application: {
    /** Has six digits. A whole number. */
    id: number;
    uuid: string;
    name: string;
    /** The address of its logo. */
    imageLogoLarge?: string | null;
    /** The company that offers it; AppDirect calls the type CompanyAccountV2. */
    vendor?: JsonObject | null;
  } & JsonObject;
  featured: boolean;
  popular: boolean;
  staffPick: boolean;
  discountAvailable: boolean;
  partnerTermsUrl: string | null;
  /** The type is inferred. */
  displayReviews: boolean | null;
  /** The type is inferred. */
  displayQuestions: boolean | null;
} & JsonObject;

/** When "Visible on Marketplace" is ticked for the product. */
export type CatalogProductAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "CATALOG_PRODUCT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A product as customers see it: added when it becomes visible on the marketplace, removed when it is hidden. */
    content: CatalogProductContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/** When anything else is edited in the dialog with that checkbox. */
export type CatalogProductChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "CATALOG_PRODUCT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /** A product as customers see it: added when it becomes visible on the marketplace, removed when it is hidden. */
    content: CatalogProductContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};

/** When "Visible on Marketplace" is unticked. */
export type CatalogProductRemoved = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "CATALOG_PRODUCT";
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
