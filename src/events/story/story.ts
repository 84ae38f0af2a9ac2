import type { Random } from "../../random.ts";
import type { AccountStatus } from "../resources/schemas/account-status.ts";
import type { AssignmentStatus } from "../resources/schemas/app-assignment.ts";
import type { InvoiceStatus } from "../resources/schemas/invoice.ts";
import type { OrderStatus } from "../resources/schemas/order-status.ts";
import type { SubscriptionStatus } from "../resources/schemas/subscription.ts";

/**
 * Who and what the events of one life cycle are about, as things stand at one moment of it: identities stay the same
 * throughout, states change. What an event says follows from this alone.
 */
export interface Story {
  /** `https://marketplace.example.com`, without a slash at the end. */
  marketplaceUrl: string;
  /** The moment: when the event that is being made happens. */
  at: Date;
  company: Company;
  user: User;
  product: Product;
  order: Order;
  subscription: Subscription;
  invoice: Invoice;
  assignment: Assignment;
  /** Of what has no state of its own here, by `resource.type`. */
  histories: Readonly<Record<string, History>>;
  /** For what has no place in the state. */
  random: Random;
  /** Always the same object throughout one life cycle: what a resource made for it alone hangs on this. */
  lifeCycle: object;
}

/** Something happens: the story as it stands afterwards. */
export type StoryChange = (story: Story) => Story;

export interface Company {
  uuid: string;
  name: string;
  /** `acme.example`: always below a name reserved for examples (RFC 2606). */
  domain: string;
  countryCode: string;
  size: string;
  status: AccountStatus;
  emailAddress: string | null;
  address: Address;
  createdAt: Date;
}

/** As it is written in its country; obviously nobody's. */
export interface Address {
  /** With the number. */
  street: string;
  city: string;
  state: string | null;
  zip: string;
}

export interface User {
  uuid: string;
  firstName: string;
  lastName: string;
  email: string;
  /** `en` */
  language: string;
  /** `en-US` */
  locale: string;
  status: AccountStatus;
  /** In the company: `ROLE_USER`. */
  roles: readonly string[];
  createdAt: Date;
  lastLoginAt: Date | undefined;
}

export interface Product {
  id: string;
  name: string;
  editionId: string;
  editionName: string;
}

export interface Order {
  id: number;
  uuid: string;
  lineId: number;
  status: OrderStatus;
  placedAt: Date;
  endedAt: Date | undefined;
  /** The id of the order that this one took the place of. */
  previousId: number | undefined;
  plan: PaymentPlan;
  quantity: number;
}

/** What one unit costs, and how often. */
export interface PaymentPlan {
  id: number;
  uuid: string;
  costId: number;
  pricingItemId: number;
  pricingItemUuid: string;
  frequency: BillingFrequency;
  /** One of AppDirect's pricing units: `USER`, `GIGABYTE`. */
  unit: string;
  currency: Currency;
  /** In the currency's unit, with its decimals. */
  unitPrice: number;
}

export type BillingFrequency = "MONTHLY" | "YEARLY";

export interface Currency {
  /** ISO 4217 */
  code: string;
  /** Digits after the point: 2 for the euro, none for the yen. */
  decimals: number;
}

export interface Subscription {
  uuid: string;
  /** What the vendor calls it: `accountIdentifier` in its answer to the order. */
  accountIdentifier: string;
  status: SubscriptionStatus;
  createdAt: Date;
  endedAt: Date | undefined;
  assignedUsers: number;
}

/** The bill for what was ordered. */
export interface Invoice {
  status: InvoiceStatus;
  issuedAt: Date;
}

/** The user's seat in the subscription. */
export interface Assignment {
  status: AssignmentStatus;
}

export interface History {
  addedAt: Date;
  editedAt: Date | undefined;
}
