import type { PaymentPlan, Story } from "../../story/story.ts";
import type { PaymentPlanContent } from "../schemas/payment-plan.ts";
import { editionPath } from "./reference.ts";

/**
 * An order's `paymentPlan`: one price for each unit, no contract.
 * Uncertain: the values of `status` and `pricingStrategy` are documented nowhere that we know of, so they are null.
 */
export function paymentPlan(story: Story): PaymentPlanContent {
  const { marketplaceUrl, product } = story;
  const { plan } = story.order;
  return {
    href: `${marketplaceUrl}${editionPath(product)}/paymentPlans/${plan.id}`,
    id: plan.id,
    uuid: plan.uuid,
    frequency: plan.frequency,
    status: null,
    contract: noContract(),
    allowCustomUsage: false,
    keepBillDateOnUsageChange: false,
    keepBillDateOnPricingPlanChange: false,
    separatePrepaid: false,
    isPrimaryPrice: false,
    costs: [cost(plan)],
    discount: null,
    creditOnCancellation: false,
    primaryPrice: false,
  };
}

/** A plan without a contract still has the object, its values empty. Seen in a product captured in 2013. */
function noContract(): PaymentPlanContent["contract"] {
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

function cost(plan: PaymentPlan): PaymentPlanContent["costs"][number] {
  return {
    id: plan.costId,
    editionPricingItemId: plan.pricingItemId,
    editionPricingItemUuid: plan.pricingItemUuid,
    status: null,
    unit: plan.unit,
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
    amount: { [plan.currency.code]: plan.unitPrice },
    pricingStrategy: null,
  };
}
