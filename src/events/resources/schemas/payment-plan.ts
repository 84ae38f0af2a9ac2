import { array, type InferOutput, looseObject, nullable, number, object, optional, record } from "valibot";
import { field } from "../../schema/field.ts";
import { planFrequencySchema } from "./frequency.ts";
import {
  amountOrNull,
  anything,
  currency,
  httpUrl,
  newer,
  open,
  text,
  textOrNull,
  wholeNumber,
  wholeNumberOrNull,
  yesOrNo,
  yesOrNoOrNull,
} from "../../schema/scalars.ts";
import { unitMeaning } from "../../schema/unit-meaning.ts";

/** The price of one unit. Uncertain: the values of `status`, `unitDependency` and `pricingStrategy`. */
const costSchema = object({
  id: field(wholeNumber, ""),
  editionPricingItemId: optional(field(wholeNumberOrNull, "")),
  editionPricingItemUuid: optional(field(textOrNull, "")),
  status: optional(field(textOrNull, "")),
  unit: field(text, unitMeaning),
  unitDependency: field(textOrNull, ""),
  minUnits: field(amountOrNull, ""),
  maxUnits: field(amountOrNull, ""),
  meteredUsage: field(yesOrNo, ""),
  increment: field(amountOrNull, ""),
  pricePerIncrement: field(yesOrNo, ""),
  blockContractDecrease: field(yesOrNo, ""),
  blockContractIncrease: field(yesOrNo, ""),
  blockOriginalContractDecrease: field(yesOrNo, ""),
  canIncreaseUnits: optional(field(yesOrNoOrNull, "")),
  canDecreaseUnits: optional(field(yesOrNoOrNull, "")),
  amount: field(record(currency, number()), "Price by currency."),
  pricingStrategy: optional(field(textOrNull, "")),
});

/** The terms of the plan, whether or not a contract was made. Uncertain: a grace period and a fee, where there is one. */
const planContractSchema = object({
  minimumServiceLength: field(wholeNumberOrNull, ""),
  cancellationPeriodLimit: field(wholeNumberOrNull, ""),
  endOfContractGracePeriod: field(wholeNumberOrNull, ""),
  blockSwitchToShorterContract: field(yesOrNo, ""),
  blockContractDowngrades: field(yesOrNo, ""),
  blockContractUpgrades: field(yesOrNo, ""),
  keepContractDateOnPlanChange: newer(yesOrNo),
  keepContractDateOnPlanChangeDifferentDuration: newer(yesOrNo),
  alignWithParentCycleStartDate: field(yesOrNo, ""),
  gracePeriod: field(nullable(looseObject({ length: field(wholeNumberOrNull, ""), unit: field(textOrNull, "") })), ""),
  terminationFee: field(open, "Null if there is none."),
  autoExtensionPricingId: field(anything, "Null in the payload seen."),
});

/**
 * An order's `paymentPlan`. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, a subscription
 * captured in 2018, and for the newer fields a public client of the REST API.
 */
export const paymentPlanSchema = object({
  href: field(httpUrl, "Its REST address."),
  id: field(wholeNumber, ""),
  uuid: field(text, ""),
  frequency: field(planFrequencySchema, "How often it is billed."),
  status: newer(textOrNull),
  contract: field(nullable(planContractSchema), "The terms of the plan."),
  allowCustomUsage: field(yesOrNo, ""),
  keepBillDateOnUsageChange: field(yesOrNo, ""),
  keepBillDateOnPricingPlanChange: newer(yesOrNo),
  separatePrepaid: field(yesOrNo, ""),
  isPrimaryPrice: field(yesOrNo, ""),
  costs: field(array(costSchema), "The price of each unit."),
  discount: field(open, "Null if there is none."),
  creditOnCancellation: newer(yesOrNo),
  primaryPrice: field(yesOrNo, ""),
});
export type PaymentPlanContent = InferOutput<typeof paymentPlanSchema>;
