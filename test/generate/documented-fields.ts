import { appAssignment, discount, invoice, paymentInstrument } from "./documented-billing.ts";
import { catalogProduct, stagingProduct } from "./documented-products.ts";
import { type Fields, reference } from "./fields.ts";

const company: Fields = [
  ["id", "text"],
  ["name", "text"],
  ["enabled", "boolean"],
  ["contact", "null"],
  ["size", "SMALL"],
  ["status", "ACTIVE|INACTIVE"],
  ["attributes", "null"],
  ["creationDate", "ms"],
  ["industry", "text?"],
  ["salesAgent", "text?"],
  ["website", "text?"],
  ["emailAddress", "text?"],
  ["dealer", "text?"],
  ["uuid", "text"],
  ["externalId", "text?"],
  ["countryCode", "country"],
  ["permissions", "[]"],
  ["defaultIdpUuid", "text?"],
  ["domains", "null"],
];

const userFields: Fields = [
  ["id", "text"],
  ["openId", "url"],
  ["email", "text"],
  ["username", "text"],
  ["firstName", "text"],
  ["lastName", "text"],
  ["language", "language"],
  ["locale", "locale"],
  ["password", "null"],
  ["profilePic", "text?"],
  ["deleted", "false"],
  ["status", "ACTIVE|INACTIVE"],
  [
    "contact",
    [
      ["phoneNumber", "null"],
      ["ims", "null"],
      ["homePhone", "null"],
      ["mobilePhone", "null"],
      ["address", "null"],
    ],
  ],
  ["registrationCode", "text?"],
  ["creationDate", "ms"],
  ["lastSuccessfulLogin", "ms?"],
  ["title", "text?"],
  ["activationUrl", "text?"],
  ["internalId", "text?"],
  ["externalId", "text?"],
  ["idpUuid", "text?"],
  ["customAttributes", "{}"],
];

const user: Fields = [
  ...userFields,
  [
    "memberships",
    [
      [
        ["enabled", "boolean"],
        ["company", company],
      ],
    ],
  ],
];

const membership: Fields = [...userFields, ["roles", "[role]"], ["enabled", "boolean"]];

const cost: Fields = [
  ["id", "integer"],
  ["editionPricingItemId", "integer"],
  ["editionPricingItemUuid", "text"],
  ["status", "null"],
  ["unit", "USER|GIGABYTE|MAILBOX|DEVICE"],
  ["unitDependency", "text?"],
  ["minUnits", "integer"],
  ["maxUnits", "null"],
  ["meteredUsage", "boolean"],
  ["increment", "null"],
  ["pricePerIncrement", "boolean"],
  ["blockContractDecrease", "boolean"],
  ["blockContractIncrease", "boolean"],
  ["blockOriginalContractDecrease", "boolean"],
  ["canIncreaseUnits", "boolean"],
  ["canDecreaseUnits", "boolean"],
  ["amount", "amount"],
  ["pricingStrategy", "null"],
];

const planContract: Fields = [
  ["minimumServiceLength", "null"],
  ["cancellationPeriodLimit", "null"],
  ["endOfContractGracePeriod", "null"],
  ["blockSwitchToShorterContract", "boolean"],
  ["blockContractDowngrades", "boolean"],
  ["blockContractUpgrades", "boolean"],
  ["keepContractDateOnPlanChange", "boolean"],
  ["keepContractDateOnPlanChangeDifferentDuration", "boolean"],
  ["alignWithParentCycleStartDate", "boolean"],
  ["gracePeriod", "null"],
  ["terminationFee", "null"],
  ["autoExtensionPricingId", "null"],
];

const paymentPlan: Fields = [
  ["href", "url"],
  ["id", "integer"],
  ["uuid", "text"],
  ["frequency", "MONTHLY|YEARLY"],
  ["status", "null"],
  ["contract", planContract],
  ["allowCustomUsage", "boolean"],
  ["keepBillDateOnUsageChange", "boolean"],
  ["keepBillDateOnPricingPlanChange", "boolean"],
  ["separatePrepaid", "boolean"],
  ["isPrimaryPrice", "boolean"],
  ["costs", [cost]],
  ["discount", "null"],
  ["creditOnCancellation", "boolean"],
  ["primaryPrice", "boolean"],
];

const orderLine: Fields = [
  ["id", "integer"],
  ["editionPricingItemId", "integer"],
  ["type", "ITEM"],
  ["unit", "USER|GIGABYTE|MAILBOX|DEVICE"],
  ["quantity", "integer"],
  ["price", "number"],
  ["listingPrice", "number"],
  ["totalPrice", "number"],
  ["applicationName", "text"],
  ["editionName", "text"],
  ["description", "text"],
];

const order: Fields = [
  ["uuid", "text"],
  ["startDate", "ms"],
  ["endDate", "ms?"],
  ["serviceStartDate", "day"],
  ["nextBillingDate", "ms?"],
  ["endOfDiscountDate", "ms?"],
  ["cycleStartDate", "ms?"],
  ["billingEndDate", "ms?"],
  ["status", "PENDING_REMOTE_CREATION|ACTIVE|FINISHED|SUSPENDED|CANCELLED"],
  ["frequency", "MONTHLY|YEARLY"],
  ["currency", "currency"],
  ["type", "NEW"],
  ["totalPrice", "number"],
  ["user", reference],
  ["salesSupportUser", "null"],
  ["salesSupportCompany", "null"],
  ["company", reference],
  ["referenceCode", "text?"],
  ["transactionMode", "null"],
  ["paymentPlan", paymentPlan],
  ["contract", "null"],
  ["previousOrder", "{id}?"],
  ["nextOrder", "null"],
  ["discount", "null"],
  ["paymentPlanId", "integer"],
  ["discountId", "null"],
  ["activated", "boolean"],
  ["oneTimeOrders", "[]"],
  ["orderLines", [orderLine]],
  ["parameters", "[]"],
  ["customAttributes", "[]"],
  [
    "links",
    [
      [
        ["rel", "subscription"],
        ["href", "url"],
      ],
    ],
  ],
  ["id", "integer"],
];

const subscription: Fields = [
  ["id", "text"],
  ["parentSubscriptionId", "text?"],
  ["creationDate", "ms"],
  ["endDate", "ms?"],
  ["externalId", "text?"],
  ["externalAccountId", "text"],
  ["status", "ACTIVE|SUSPENDED|CANCELLED"],
  ["label", "text?"],
  ["maxUsers", "integer?"],
  ["assignedUsers", "integer"],
  ["order", order],
  ["upcomingOrder", "null"],
  ["user", reference],
  ["company", reference],
  ["product", reference],
  ["edition", reference],
  ["redirectUrl", "text?"],
  ["internalId", "text"],
  ["bundleApplicationId", "text?"],
  ["isFreeTrialExtensionRequest", "boolean"],
  ["freeTrialExtensionRequest", "boolean"],
  ["autoRenew", "boolean"],
  ["customAttributes", "[]"],
];

/** Documented nowhere: nothing is made up. */
const undocumented: Fields = [];

export const documentedContent: Readonly<Record<string, Fields>> = {
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
  sales_lead: undocumented,
  sales_opportunity: undocumented,
  quote: undocumented,
  reseller_registrant: undocumented,
};
