import { type InferOutput, looseObject, optional } from "valibot";
import { unitsMs } from "../../duration.ts";
import { field } from "../schema/field.ts";
import { anything, textOrNull, textOrNumber, textOrNumberOrNull, uncertainTimeOrNull } from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { toDay } from "../story/billing.ts";
import { added, edited, historyOf } from "../story/history.ts";
import { ownIdentity } from "../story/own-identity.ts";
import type { PaymentPlan, Story } from "../story/story.ts";
import { present } from "../text.ts";
import { inferred } from "../schema/certainty.ts";
import { applicationOf } from "./content/application.ts";

/**
 * DISCOUNT's content: the fields of the REST API's discount. Its documented examples, which were turned from XML, have
 * every value as a text: the type of a value is not known, nor which of them the webhook leaves out.
 * Source: developer.appdirect.com/user-guides/billing-and-subscription/rest-api/manage-discounts/create-discounts
 */
const discountSchema = looseObject({
  id: field(textOrNumber, ""),
  code: optional(field(textOrNull, "The code that a customer enters.")),
  redemptions: optional(field(textOrNumberOrNull, "")),
  startDate: optional(field(uncertainTimeOrNull, "")),
  expirationDate: optional(field(uncertainTimeOrNull, "")),
  type: optional(field(textOrNull, "FIXED_PRICE, PERCENTAGE, …: the documented list is not complete.")),
  price: optional(field(textOrNumberOrNull, "For a FIXED_PRICE discount.")),
  percentage: optional(field(textOrNumberOrNull, "For a PERCENTAGE discount.")),
  description: optional(field(textOrNull, "")),
  autoApply: field(anything, "True or false."),
  retainable: field(anything, "True or false."),
  redemptionRestriction: optional(field(textOrNull, "NONE, …: the documented list is not complete.")),
  vendorSharePercentage: optional(field(textOrNumberOrNull, "")),
  partnerSharePercentage: optional(field(textOrNumberOrNull, "")),
  basePartnerSharePercentage: optional(field(textOrNumberOrNull, "")),
  unit: optional(field(textOrNull, "")),
  minUnits: optional(field(textOrNumberOrNull, "")),
  maxUnits: optional(field(textOrNumberOrNull, "")),
  applicationId: optional(field(textOrNumberOrNull, "The product that it applies to.")),
  applicationName: optional(field(textOrNull, "The product's name.")),
});
type DiscountContent = InferOutput<typeof discountSchema>;

export const discount = defineResource({
  type: "DISCOUNT",
  typeCertainty: "inferred",
  summary: "A price reduction that customers can use; using one sends nothing.",
  source: "https://help.appdirect.com/platform/MarketplaceConfiguration/IntegrateExtrnalSyswithMrktplc/UseWebhooks",
  fires: {
    ADDED: inferred("When a discount is created."),
    CHANGED: inferred("When a discount is edited."),
    REMOVED: inferred("When a discount is deleted."),
  },
  url: inferred("/api/channel/v1/discounts/{id}"),
  shape: "from the REST API",
  uncertain: [
    "We know of no page that documents the content of the webhook; its fields are from developer.appdirect.com/user-guides/billing-and-subscription/rest-api/manage-discounts/create-discounts.",
    "Whether its values are numbers or text.",
    "The value of `resource.uuid`: generated events use the numeric id at the end of `resource.url`.",
  ],
  schema: discountSchema,
  headline: ({ code, applicationName }) => present(code, applicationName),
  matters: {
    percentage: "percentage",
    price: "price",
    unit: "unit",
    startDate: "startDate",
    expirationDate: "expirationDate",
    description: "description",
  },
  added: added("DISCOUNT"),
  changes: [edited("DISCOUNT")],
  sample: (story) => ({
    uuid: String(discountOf(story).id),
    path: `/api/channel/v1/discounts/${discountOf(story).id}`,
    content: discountContent(story),
  }),
});

const discountOf = ownIdentity((random) => ({
  id: random.integer(1000, 99_999),
  code: `OFFER-${random.integer(1000, 9999)}`,
  type: random.integer(0, 1) === 0 ? "FIXED_PRICE" : "PERCENTAGE",
  percentage: random.integer(1, 10) * 5,
  days: random.integer(4, 9) * 30,
}));

/** How much longer it can be used after an edit. */
const longerMs = 30 * unitsMs.d;

/**
 * Both dates are midnights. What a FIXED_PRICE discount costs is below what one unit costs otherwise, where there is a
 * coin so small.
 * Uncertain: what `redemptions` counts and whom the shares are of, so they are null.
 */
function discountContent(story: Story): DiscountContent {
  const { id, code, type, percentage, days } = discountOf(story);
  const { addedAt, editedAt } = historyOf(story, "DISCOUNT");
  const startDate = toDay(addedAt);
  const { plan } = story.order;
  return {
    id,
    code,
    redemptions: null,
    startDate,
    expirationDate: startDate + days * unitsMs.d + (editedAt === undefined ? 0 : longerMs),
    type,
    price: type === "FIXED_PRICE" ? reducedPrice(plan, percentage) : null,
    percentage: type === "PERCENTAGE" ? percentage : null,
    description: `An offer for ${story.product.name}`,
    autoApply: false,
    retainable: false,
    redemptionRestriction: "NONE",
    vendorSharePercentage: null,
    partnerSharePercentage: null,
    basePartnerSharePercentage: null,
    unit: plan.unit,
    minUnits: 1,
    maxUnits: null,
    applicationId: applicationOf(story).id,
    applicationName: story.product.name,
  };
}

/** Counted in the currency's smallest coin, and at least one. */
function reducedPrice({ unitPrice, currency }: PaymentPlan, percentage: number): number {
  const coins = 10 ** currency.decimals;
  return Math.max(1, Math.floor((unitPrice * coins * (100 - percentage)) / 100)) / coins;
}
