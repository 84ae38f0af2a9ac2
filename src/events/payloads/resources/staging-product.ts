// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { Json, JsonObject } from "../../json.ts";

/**
 * The version of a product that its developer edits, before publication and afterwards next to the published
 * version. Uncertain: The documented table continues after `supportedLanguages`, where our copy is cut off.
 * Uncertain: The fields of the REST API's product come from a public test of 2013. Uncertain: A GET of
 * `resource.url` returns the REST API's product, not this content.
 */
export type StagingProductContent = {
  /** A number, or digits as text. Known from the REST API. */
  id: string | number;
  /** Known from the REST API. */
  name: string;
  /** Such as WEB_APP. Known from the REST API. */
  type?: string | null;
  /** The company that offers it. Known from the REST API. */
  provider?:
    | ({
        uuid: string;
        name: string | null;
      } & JsonObject)
    | null;
  /** How it is listed. Known from the REST API. */
  listing?:
    | ({
        /** Known from the REST API. */
        myAppLogoIconUrl?: string | null;
        /** Known from the REST API. */
        imageUrl?: string | null;
        /** Known from the REST API. */
        profileImageUrl?: string | null;
        /** Known from the REST API. */
        blurb?: string | null;
        /** Known from the REST API. */
        overview?: string | null;
        /** Known from the REST API. */
        rating?: string | number | null;
        /** Known from the REST API. */
        reviewCount?: string | number | null;
      } & JsonObject)
    | null;
  /** The content of its page. Known from the REST API. */
  overview?:
    | ({
        /** Known from the REST API. */
        splashTitle?: string | null;
        /** Known from the REST API. */
        splashDescription?: string | null;
        /** Known from the REST API. */
        imageUrl?: string | null;
        /** Known from the REST API. */
        demoUrl?: string | null;
        /** Known from the REST API. */
        documentationUrl?: string | null;
        /** Known from the REST API. */
        systemRequirements?: string | null;
        /** Known from the REST API. */
        benefits?: Json[] | null;
        /** Known from the REST API. */
        versions?: JsonObject | null;
      } & JsonObject)
    | null;
  /** Where to get help. Known from the REST API. */
  support?:
    | ({
        /** Known from the REST API. */
        email?: string | null;
        /** Known from the REST API. */
        phone?: string | null;
        /** Known from the REST API. */
        knowledgebaseUrl?: string | null;
        /** Known from the REST API. */
        description?: string | null;
      } & JsonObject)
    | null;
  /** Known from the REST API. */
  privacyUrl?: string | null;
  /** Known from the REST API. */
  termsUrl?: string | null;
  /** Known from the REST API. */
  resources?: Json[] | null;
  /** Known from the REST API. */
  screenshots?: Json[] | null;
  /** Known from the REST API. */
  addonOfferings?: Json[] | null;
  /** Known from the REST API. */
  featuredCustomers?: Json[] | null;
  /** Known from the REST API. */
  featuredMedia?: Json[] | null;
  /** Its REST address. Known from the REST API. */
  href?: string | null;
  /** Epoch milliseconds. Known from the REST API. */
  lastModified?: number | null;
  /** Its editions and their prices. Known from the REST API. */
  pricing?:
    | ({
        /** Known from the REST API. */
        footnotes?: Json[] | null;
        /** Known from the REST API. */
        editions?:
          | ({
              /** Known from the REST API. */
              id?: string | number;
              /** Known from the REST API. */
              rank?: string | number | null;
              /** Known from the REST API. */
              name?: string | null;
              /** Known from the REST API. */
              primary?: boolean | null;
              /** Known from the REST API. */
              trial?:
                | ({
                    /** Known from the REST API. */
                    length?: string | number | null;
                    /** Known from the REST API. */
                    unit?: string | null;
                  } & JsonObject)
                | null;
              /** Known from the REST API. */
              expiredTrialGracePeriod?: Json;
              /** Known from the REST API. */
              plans?: Json[] | null;
              /** Known from the REST API. */
              bullets?: Json[] | null;
              /** Known from the REST API. */
              items?:
                | ({
                    /** Known from the REST API. */
                    unit?: string | null;
                    /** Known from the REST API. */
                    amount?: string | number | null;
                    /** Known from the REST API. */
                    unlimited?: boolean | null;
                  } & JsonObject)[]
                | null;
            } & JsonObject)[]
          | null;
      } & JsonObject)
    | null;
  /** Epoch milliseconds. Known from the REST API. */
  publishedOn?: number | null;
  /** Known from the REST API. */
  buyable?: boolean | null;
  /** Known from the REST API. */
  free?: boolean | null;
  /** Known from the REST API. */
  freeTrialOrEditionPresent?: boolean | null;
  /** Known from the REST API. */
  referable?: boolean | null;
  /** Known from the REST API. */
  leadgen?: boolean | null;
  /** Known from the REST API. */
  features?:
    | ({
        /** Known from the REST API. */
        header?: string | null;
        /** Known from the REST API. */
        description?: string | null;
        /** Known from the REST API. */
        imageUrl?: string | null;
      } & JsonObject)[]
    | null;
  /** Known from the REST API. */
  tags?: Json[] | null;
  assignLeadsToDevelopers: boolean;
  importable: boolean;
  /** A uuid. */
  productRefId: string | null;
  /** A list of locales. */
  supportedLanguages: string[] | null;
} & JsonObject;

/** When a product is created. Not documented: inferred. */
export type StagingProductAdded = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "STAGING_PRODUCT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /**
     * The version of a product that its developer edits, before publication and afterwards next to the published
     * version.
     */
    content: StagingProductContent;
  };
  /** What happened to the resource. */
  resourceAction: "ADDED";
};

/**
 * When Listing Info or Profile is saved, and when the product is published, published again or unpublished; not
 * when an edition, a price plan or integration settings are saved.
 */
export type StagingProductChanged = {
  /** The id of this webhook. */
  uuid: string;
  /** When it happened. Epoch milliseconds. */
  timestamp: number;
  resource: {
    /** The type of the resource. */
    type: "STAGING_PRODUCT";
    /** The id of the resource. */
    uuid: string;
    /** The resource's REST address. An http or https address. */
    url: string;
    /**
     * The version of a product that its developer edits, before publication and afterwards next to the published
     * version.
     */
    content: StagingProductContent;
  };
  /** What happened to the resource. */
  resourceAction: "CHANGED";
};
