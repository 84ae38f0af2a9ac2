import { type ResourceDefinition, typesOf } from "../resource.ts";
import { appAssignment } from "./app-assignment.ts";
import { catalogProduct } from "./catalog-product.ts";
import { company } from "./company.ts";
import { discount } from "./discount.ts";
import { invoice } from "./invoice.ts";
import { membership } from "./membership.ts";
import { order } from "./order.ts";
import { paymentInstrument } from "./payment-instrument.ts";
import { quote } from "./quote.ts";
import { resellerRegistrant } from "./reseller-registrant.ts";
import { salesLead } from "./sales-lead.ts";
import { salesOpportunity } from "./sales-opportunity.ts";
import { stagingProduct } from "./staging-product.ts";
import { subscription } from "./subscription.ts";
import { user } from "./user.ts";

/** Every resource that AppDirect sends webhooks for. To add one, write its file and give it a line here. */
export const resources = {
  user,
  company,
  membership,
  subscription,
  order,
  invoice,
  app_assignment: appAssignment,
  catalog_product: catalogProduct,
  staging_product: stagingProduct,
  discount,
  payment_instrument: paymentInstrument,
  sales_lead: salesLead,
  sales_opportunity: salesOpportunity,
  quote,
  reseller_registrant: resellerRegistrant,
} satisfies Record<string, ResourceDefinition>;

/** `subscription`, as in `subscription.changed`. */
export type ResourceName = keyof typeof resources;

/** A resource with the name it has in events. */
export interface NamedResource {
  name: string;
  definition: ResourceDefinition;
}

/** All of the table, in its order. */
export const namedResources: readonly NamedResource[] = Object.entries(resources).map(([name, definition]) => ({
  name,
  definition,
}));

/** By the value of `resource.type`, exactly as it is written. */
export function resourceOfType(type: string): NamedResource | undefined {
  return resourcesByType.get(type);
}

const resourcesByType: ReadonlyMap<string, NamedResource> = new Map(
  namedResources.flatMap((resource) => typesOf(resource.definition).map((type) => [type, resource] as const)),
);
