import { array, looseObject, nullable, optional } from "valibot";
import { field } from "../../schema/field.ts";
import {
  anything,
  newer,
  open,
  text,
  timestampOrNull,
  wholeNumberOrNull,
  yesOrNoOrNull,
} from "../../schema/scalars.ts";

/**
 * The contract of an order, where there is one. Uncertain: the values of a fee, and which fields may be left out, so
 * none is required.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order, and for the newer fields a public client
 * of the REST API.
 */
export const orderContractSchema = looseObject({
  minimumServiceLength: optional(field(wholeNumberOrNull, "")),
  endOfContractDate: optional(field(timestampOrNull, "")),
  gracePeriodEndDate: optional(field(timestampOrNull, "")),
  cancellationPeriodLimit: optional(field(wholeNumberOrNull, "")),
  endOfContractGracePeriod: optional(field(wholeNumberOrNull, "")),
  terminationFee: optional(
    field(
      nullable(
        looseObject({
          type: field(anything, ""),
          description: field(anything, ""),
          percentageFee: field(anything, ""),
          flatFee: field(anything, ""),
          percentage: field(anything, ""),
          price: field(anything, ""),
          estimatedCost: field(anything, ""),
          gracePeriod: field(anything, ""),
          gracePeriodUnit: field(anything, ""),
        }),
      ),
      "",
    ),
  ),
  renewal: optional(
    field(
      nullable(
        looseObject({
          order: field(open, "The next order."),
          paymentPlan: field(open, "Its payment plan."),
        }),
      ),
      "What follows at the end of the contract.",
    ),
  ),
  autoExtensionPricingUuid: newer(anything),
  continueWithoutContract: newer(yesOrNoOrNull),
  contractAvoidProrationOnUpdate: newer(yesOrNoOrNull),
  unitTerms: newer(
    nullable(
      array(
        looseObject({
          unit: field(text, ""),
          blockContractIncrease: optional(field(yesOrNoOrNull, "")),
          blockOriginalContractDecrease: optional(field(yesOrNoOrNull, "")),
          blockContractDecrease: optional(field(yesOrNoOrNull, "")),
        }),
      ),
    ),
  ),
});
