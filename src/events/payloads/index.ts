// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { UserAdded, UserChanged, UserRemoved } from "./resources/user.ts";
import type { CompanyAdded, CompanyChanged, CompanyRemoved } from "./resources/company.ts";
import type { MembershipAdded, MembershipChanged, MembershipRemoved } from "./resources/membership.ts";
import type { SubscriptionAdded, SubscriptionChanged, SubscriptionRemoved } from "./resources/subscription.ts";
import type { OrderAdded, OrderChanged, OrderRemoved } from "./resources/order.ts";
import type { InvoiceAdded, InvoiceChanged, InvoiceRemoved } from "./resources/invoice.ts";
import type { AppAssignmentAdded, AppAssignmentChanged, AppAssignmentRemoved } from "./resources/app-assignment.ts";
import type { CatalogProductAdded, CatalogProductChanged, CatalogProductRemoved } from "./resources/catalog-product.ts";
import type { StagingProductAdded, StagingProductChanged } from "./resources/staging-product.ts";
import type { DiscountAdded, DiscountChanged, DiscountRemoved } from "./resources/discount.ts";
import type { PaymentInstrumentAdded, PaymentInstrumentChanged } from "./resources/payment-instrument.ts";
import type { SalesLeadAdded, SalesLeadChanged, SalesLeadRemoved } from "./resources/sales-lead.ts";
import type { SalesOpportunityAdded, SalesOpportunityChanged } from "./resources/sales-opportunity.ts";
import type { QuoteAdded, QuoteChanged, QuoteRemoved } from "./resources/quote.ts";
import type { ResellerRegistrantAdded } from "./resources/reseller-registrant.ts";

export type * from "./shared.ts";
export type * from "./resources/user.ts";
export type * from "./resources/company.ts";
export type * from "./resources/membership.ts";
export type * from "./resources/subscription.ts";
export type * from "./resources/order.ts";
export type * from "./resources/invoice.ts";
export type * from "./resources/app-assignment.ts";
export type * from "./resources/catalog-product.ts";
export type * from "./resources/staging-product.ts";
export type * from "./resources/discount.ts";
export type * from "./resources/payment-instrument.ts";
export type * from "./resources/sales-lead.ts";
export type * from "./resources/sales-opportunity.ts";
export type * from "./resources/quote.ts";
export type * from "./resources/reseller-registrant.ts";

/** Every documented event, and its payload. */
export type EventPayloads = {
  "user.added": UserAdded;
  "user.changed": UserChanged;
  "user.removed": UserRemoved;
  "company.added": CompanyAdded;
  "company.changed": CompanyChanged;
  "company.removed": CompanyRemoved;
  "membership.added": MembershipAdded;
  "membership.changed": MembershipChanged;
  "membership.removed": MembershipRemoved;
  "subscription.added": SubscriptionAdded;
  "subscription.changed": SubscriptionChanged;
  "subscription.removed": SubscriptionRemoved;
  "order.added": OrderAdded;
  "order.changed": OrderChanged;
  "order.removed": OrderRemoved;
  "invoice.added": InvoiceAdded;
  "invoice.changed": InvoiceChanged;
  "invoice.removed": InvoiceRemoved;
  "app_assignment.added": AppAssignmentAdded;
  "app_assignment.changed": AppAssignmentChanged;
  "app_assignment.removed": AppAssignmentRemoved;
  "catalog_product.added": CatalogProductAdded;
  "catalog_product.changed": CatalogProductChanged;
  "catalog_product.removed": CatalogProductRemoved;
  "staging_product.added": StagingProductAdded;
  "staging_product.changed": StagingProductChanged;
  "discount.added": DiscountAdded;
  "discount.changed": DiscountChanged;
  "discount.removed": DiscountRemoved;
  "payment_instrument.added": PaymentInstrumentAdded;
  "payment_instrument.changed": PaymentInstrumentChanged;
  "sales_lead.added": SalesLeadAdded;
  "sales_lead.changed": SalesLeadChanged;
  "sales_lead.removed": SalesLeadRemoved;
  "sales_opportunity.added": SalesOpportunityAdded;
  "sales_opportunity.changed": SalesOpportunityChanged;
  "quote.added": QuoteAdded;
  "quote.changed": QuoteChanged;
  "quote.removed": QuoteRemoved;
  "reseller_registrant.added": ResellerRegistrantAdded;
};

/** `order.changed` */
export type EventName = keyof EventPayloads;

/**
 * The payload of any documented event: `event.resource.type` narrows `event.resource.content`;
 * `event.resourceAction` shows whether there is any.
 */
export type AppDirectEvent = EventPayloads[EventName];
