import {
  array,
  boolean,
  type InferOutput,
  looseObject,
  nullable,
  number,
  object,
  record,
  string,
  unknown,
} from "valibot";
import { frequencySchema } from "./frequency.ts";
import { httpUrl, newer, text, textOrNull, wholeNumber, wholeNumberOrNull } from "./scalars.ts";

/** The price of one unit. Uncertain: the values of `status`, `unitDependency` and `pricingStrategy`. */
const costSchema = object({
  id: wholeNumber,
  editionPricingItemId: newer(wholeNumberOrNull),
  editionPricingItemUuid: newer(textOrNull),
  status: newer(textOrNull),
  unit: text,
  unitDependency: textOrNull,
  minUnits: nullable(number()),
  maxUnits: nullable(number()),
  meteredUsage: boolean(),
  increment: nullable(number()),
  pricePerIncrement: boolean(),
  blockContractDecrease: boolean(),
  blockContractIncrease: boolean(),
  blockOriginalContractDecrease: boolean(),
  canIncreaseUnits: newer(nullable(boolean())),
  canDecreaseUnits: newer(nullable(boolean())),
  amount: record(string(), number()),
  pricingStrategy: newer(textOrNull),
});

/** The terms of the plan, whether or not a contract was made. Uncertain: a grace period and a fee, where there is one. */
const planContractSchema = object({
  minimumServiceLength: wholeNumberOrNull,
  cancellationPeriodLimit: wholeNumberOrNull,
  endOfContractGracePeriod: wholeNumberOrNull,
  blockSwitchToShorterContract: boolean(),
  blockContractDowngrades: boolean(),
  blockContractUpgrades: boolean(),
  keepContractDateOnPlanChange: newer(boolean()),
  keepContractDateOnPlanChangeDifferentDuration: newer(boolean()),
  alignWithParentCycleStartDate: boolean(),
  gracePeriod: nullable(looseObject({ length: wholeNumberOrNull, unit: textOrNull })),
  terminationFee: unknown(),
  autoExtensionPricingId: unknown(),
});

/**
 * An order's `paymentPlan`. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, a subscription
 * captured in 2018, and for the newer fields a public client of the REST API.
 */
export const paymentPlanSchema = object({
  href: httpUrl,
  id: wholeNumber,
  uuid: text,
  frequency: frequencySchema,
  status: newer(textOrNull),
  contract: nullable(planContractSchema),
  allowCustomUsage: boolean(),
  keepBillDateOnUsageChange: boolean(),
  keepBillDateOnPricingPlanChange: newer(boolean()),
  separatePrepaid: boolean(),
  isPrimaryPrice: boolean(),
  costs: array(costSchema),
  discount: unknown(),
  creditOnCancellation: newer(boolean()),
  primaryPrice: boolean(),
});
export type PaymentPlanContent = InferOutput<typeof paymentPlanSchema>;
