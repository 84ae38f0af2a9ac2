import type { GenericSchema } from "valibot";
import { hasEntries, unwrapped } from "../../src/events/schema/kinds.ts";
import { type NamedResource, namedResources } from "../../src/events/resources/index.ts";
import { companyContactSchema } from "../../src/events/resources/schemas/company.ts";
import { orderContractSchema } from "../../src/events/resources/schemas/order-contract.ts";
import { orderLineSchema } from "../../src/events/resources/schemas/order-line.ts";
import { paymentPlanSchema } from "../../src/events/resources/schemas/payment-plan.ts";
import { referenceSchema } from "../../src/events/resources/schemas/reference.ts";
import { userContactSchema } from "../../src/events/resources/schemas/user.ts";

/** Objects that stand in several places, or are large, by the name they have in published types and schemas. */
export const sharedShapes: Readonly<Record<string, GenericSchema>> = {
  Reference: referenceSchema,
  UserContact: userContactSchema,
  CompanyContact: companyContactSchema,
  PaymentPlan: paymentPlanSchema,
  OrderContract: orderContractSchema,
  OrderLine: orderLineSchema,
};

/** `app_assignment`: `AppAssignment`. */
export function typeName(resourceName: string): string {
  return resourceName.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `OrderContent`. */
export const contentName = ({ name }: NamedResource): string => `${typeName(name)}Content`;

/** The name of an object, where it has one. What wraps or describes a schema keeps its entries, so they tell it. */
export function shapeName(schema: GenericSchema): string | undefined {
  const bare = unwrapped(schema);
  return hasEntries(bare) && Object.keys(bare.entries).length > 0 ? namesByEntries.get(bare.entries) : undefined;
}

const named: readonly (readonly [string, GenericSchema])[] = [
  ...Object.entries(sharedShapes),
  ...namedResources.map((resource) => [contentName(resource), resource.definition.schema] as const),
];

const namesByEntries = new Map(
  named.flatMap(([name, schema]) => (hasEntries(schema) ? [[schema.entries, name] as const] : [])),
);

/** The object of that name. */
export function shapeNamed(name: string): GenericSchema {
  const [, schema] = named.find(([one]) => one === name) ?? [];
  if (schema === undefined) throw new Error(`There is no shape ${name}.`);
  return schema;
}
