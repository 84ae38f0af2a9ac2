import type { GenericSchema, InferOutput } from "valibot";
import { expectTypeOf, test } from "vitest";
import type { resources } from "../../src/events/resources/index.ts";
import type { companyContactSchema } from "../../src/events/resources/schemas/company.ts";
import type { orderContractSchema } from "../../src/events/resources/schemas/order-contract.ts";
import type { orderLineSchema } from "../../src/events/resources/schemas/order-line.ts";
import type { paymentPlanSchema } from "../../src/events/resources/schemas/payment-plan.ts";
import type { referenceSchema } from "../../src/events/resources/schemas/reference.ts";
import type { userContactSchema } from "../../src/events/resources/schemas/user.ts";
import type * as published from "../../src/events/payloads/index.ts";
import type { Json } from "../../src/events/json.ts";

// The compiler checks these (npm run types); running them checks nothing.

/** What a schema gives, with JSON where it gives anything at all. */
type Parsed<Schema extends GenericSchema> = AsJson<InferOutput<Schema>>;
type AsJson<Value> = unknown extends Value
  ? Json
  : Value extends readonly (infer Item)[]
    ? AsJson<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: AsJson<Value[Key]> }
      : Value;

/** Whether each may stand where the other is asked for. */
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

interface Contents {
  user: published.UserContent;
  company: published.CompanyContent;
  membership: published.MembershipContent;
  subscription: published.SubscriptionContent;
  order: published.OrderContent;
  invoice: published.InvoiceContent;
  app_assignment: published.AppAssignmentContent;
  catalog_product: published.CatalogProductContent;
  staging_product: published.StagingProductContent;
  discount: published.DiscountContent;
  payment_instrument: published.PaymentInstrumentContent;
  sales_lead: published.SalesLeadContent;
  sales_opportunity: published.SalesOpportunityContent;
  quote: published.QuoteContent;
  reseller_registrant: published.ResellerRegistrantContent;
}

test("the published type of each content is what its schema parses", () => {
  type Resources = typeof resources;
  type Results = { [Name in keyof Resources]: Same<Contents[Name], Parsed<Resources[Name]["schema"]>> };
  expectTypeOf<Results>().toEqualTypeOf<{ [Name in keyof Resources]: true }>();
});

test("so are those that they share", () => {
  expectTypeOf<Same<published.UserContact, Parsed<typeof userContactSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<published.CompanyContact, Parsed<typeof companyContactSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<published.Reference, Parsed<typeof referenceSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<published.OrderLine, Parsed<typeof orderLineSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<published.OrderContract, Parsed<typeof orderContractSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<published.PaymentPlan, Parsed<typeof paymentPlanSchema>>>().toEqualTypeOf<true>();
});

test("a content that differs in one field is found", () => {
  expectTypeOf<Same<{ id: string; note: string }, Parsed<typeof referenceSchema>>>().toEqualTypeOf<false>();
  expectTypeOf<Same<{ id: number; href: string }, Parsed<typeof referenceSchema>>>().toEqualTypeOf<false>();
});
