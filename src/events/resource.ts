import type { Random } from "../random.ts";
import type { JsonObject } from "./json.ts";

export const resourceActions = ["ADDED", "CHANGED", "REMOVED"] as const;
/** Source: developer.appdirect.com/webhooks/working-with-webhooks/payload */
export type ResourceAction = (typeof resourceActions)[number];

/** How sure we are of something that we say about AppDirect. */
export type Certainty = "documented" | "seen" | "inferred";

/** One kind of thing on a marketplace that webhooks tell about. To add one: its file here, its line in resources/index.ts. */
export interface ResourceDefinition {
  /** The value of `resource.type`. */
  type: string;
  /** How sure we are that this is what stands in `resource.type`. */
  typeCertainty: Certainty;
  /** Other values of `resource.type` that may mean the same, where the documentation leaves it open. */
  otherTypes?: readonly string[];
  actions: readonly ResourceAction[];
  /** One sentence: what it is. */
  summary: string;
  /** Where AppDirect documents it. */
  source: string;
  /** A few words that tell a person which one it is ("Acme Corp", "CRM Pro"), most telling first. Takes any content. */
  headline(content: JsonObject, names: KnownNames): string[];
  /** What to call it where a later event refers to it by its id ("Acme Corp"). Takes any content. */
  nameOf?(content: JsonObject): string | undefined;
  /** Makes one; missing where AppDirect documents no content that we know of. */
  sample?: (action: ResourceAction, story: Story) => ResourceSample;
}

/** The name that goes with an id, where an earlier event told it: references in AppDirect's payloads are bare ids. */
export type KnownNames = (id: string) => string | undefined;

/** The resource part of a made-up event. */
export interface ResourceSample {
  uuid: string;
  /** Path and query of `resource.url`, from the marketplace's root: `/api/billing/v1/orders/1234`. */
  path: string;
  /** Left out of the payload for REMOVED. */
  content: JsonObject;
}

/** Who and what the events of one life cycle are about: the same people, ids and prices throughout. */
export interface Story {
  /** `https://marketplace.example.com`, without a slash at the end. */
  marketplaceUrl: string;
  /** When the event that is being made happens. */
  at: Date;
  /** When the life cycle began: creation dates. */
  began: Date;
  company: CompanyIdentity;
  user: UserIdentity;
  product: ProductIdentity;
  purchase: PurchaseIdentity;
  /** For what has no place in the identities. */
  random: Random;
}

export interface CompanyIdentity {
  uuid: string;
  name: string;
  /** `acme.example`: always below a name reserved for examples (RFC 2606). */
  domain: string;
  countryCode: string;
  size: string;
}

export interface UserIdentity {
  uuid: string;
  firstName: string;
  lastName: string;
  email: string;
  /** `en` */
  language: string;
  /** `en-US` */
  locale: string;
}

export interface ProductIdentity {
  id: string;
  name: string;
  editionId: string;
  editionName: string;
}

export interface PurchaseIdentity {
  /** When the order was placed. */
  orderedAt: Date;
  subscriptionUuid: string;
  /** What the vendor calls the subscription: `accountIdentifier` in its answer to the order. */
  accountIdentifier: string;
  orderId: number;
  orderUuid: string;
  orderLineId: number;
  paymentPlanId: number;
  paymentPlanUuid: string;
  costId: number;
  pricingItemId: number;
  pricingItemUuid: string;
  frequency: "MONTHLY" | "YEARLY";
  /** One of AppDirect's pricing units: `USER`, `GIGABYTE`. */
  unit: string;
  /** ISO 4217 */
  currency: string;
  /** In the currency's unit, with its decimals. */
  unitPrice: number;
  quantity: number;
  /** `unitPrice` × `quantity`, rounded to the currency's decimals. */
  totalPrice: number;
}
