import type { JsonObject } from "../../json.ts";
import type { Story } from "../../resource.ts";
import { editionPath } from "./reference.ts";

/**
 * An order's `paymentPlan`: one price for each unit, no contract. Keys and order as in a subscription captured in
 * 2018, with those that a public client of the REST API has beside them.
 * Uncertain: the values of `status` and `pricingStrategy` are documented nowhere that we know of, so they are null.
 */
export function paymentPlan(story: Story): JsonObject {
  const { marketplaceUrl, product, purchase } = story;
  return {
    href: `${marketplaceUrl}${editionPath(product)}/paymentPlans/${purchase.paymentPlanId}`,
    id: purchase.paymentPlanId,
    uuid: purchase.paymentPlanUuid,
    frequency: purchase.frequency,
    status: null,
    contract: noContract(),
    allowCustomUsage: false,
    keepBillDateOnUsageChange: false,
    keepBillDateOnPricingPlanChange: false,
    separatePrepaid: false,
    isPrimaryPrice: false,
    costs: [cost(story)],
    discount: null,
    creditOnCancellation: false,
    primaryPrice: false,
  };
}

/** A plan without a contract still has the object, its values empty. Seen in a product captured in 2013. */
function noContract(): JsonObject {
  return {
    minimumServiceLength: null,
    cancellationPeriodLimit: null,
    endOfContractGracePeriod: null,
    blockSwitchToShorterContract: false,
    blockContractDowngrades: false,
    blockContractUpgrades: false,
    keepContractDateOnPlanChange: false,
    keepContractDateOnPlanChangeDifferentDuration: false,
    alignWithParentCycleStartDate: false,
    gracePeriod: null,
    terminationFee: null,
    autoExtensionPricingId: null,
  };
}

function cost({ purchase }: Story): JsonObject {
  return {
    id: purchase.costId,
    editionPricingItemId: purchase.pricingItemId,
    editionPricingItemUuid: purchase.pricingItemUuid,
    status: null,
    unit: purchase.unit,
    unitDependency: null,
    minUnits: 1,
    maxUnits: null,
    meteredUsage: false,
    increment: null,
    pricePerIncrement: false,
    blockContractDecrease: false,
    blockContractIncrease: false,
    blockOriginalContractDecrease: false,
    canIncreaseUnits: true,
    canDecreaseUnits: true,
    amount: { [purchase.currency]: purchase.unitPrice },
    pricingStrategy: null,
  };
}
