import { type InferOutput, looseObject, optional } from "valibot";
import { field } from "../schema/field.ts";
import { open, text, textOrNull, wholeNumber, yesOrNo, yesOrNoOrNull } from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { added, edited, historyOf } from "../story/history.ts";
import type { Story } from "../story/story.ts";
import { joined, present } from "../text.ts";
import { documented } from "../schema/certainty.ts";
import { applicationOf, applicationPath } from "./content/application.ts";

/**
 * CATALOG_PRODUCT's content, as far as the documented table is known: it goes on after `displayQuestions`.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/catalog-product
 */
const catalogProductSchema = looseObject({
  application: field(
    looseObject({
      id: field(wholeNumber, "Has six digits."),
      uuid: field(text, ""),
      name: field(text, ""),
      imageLogoLarge: optional(field(textOrNull, "The address of its logo.")),
      vendor: field(open, "The company that offers it; AppDirect calls the type CompanyAccountV2."),
    }),
    "The product.",
  ),
  featured: field(yesOrNo, ""),
  popular: field(yesOrNo, ""),
  staffPick: field(yesOrNo, ""),
  discountAvailable: field(yesOrNo, ""),
  partnerTermsUrl: field(textOrNull, ""),
  displayReviews: field(yesOrNoOrNull, "The type is inferred."),
  displayQuestions: field(yesOrNoOrNull, "The type is inferred."),
});
type CatalogProductContent = InferOutput<typeof catalogProductSchema>;

export const catalogProduct = defineResource({
  type: "CATALOG_PRODUCT",
  typeCertainty: "documented",
  summary:
    "A product as customers see it: added when it becomes visible on the marketplace, removed when it is hidden.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/catalog-product",
  fires: {
    ADDED: documented('When "Visible on Marketplace" is ticked for the product.'),
    CHANGED: documented("When anything else is edited in the dialog with that checkbox."),
    REMOVED: documented('When "Visible on Marketplace" is unticked.'),
  },
  url: documented("/api/marketplace/v1/products/{id}?country={country}&currency={currency}"),
  shape: "documented",
  uncertain: [
    "The documented table continues after `displayQuestions`, where our copy is cut off.",
    "A GET of `resource.url` returns the REST API's product, not this content.",
  ],
  schema: catalogProductSchema,
  headline: ({ application }) => present(application?.name),
  matters: {
    featured: "featured",
    popular: "popular",
    staffPick: "staffPick",
    discountAvailable: "discountAvailable",
  },
  nameOf: ({ application }) => joined(application?.name),
  added: added("CATALOG_PRODUCT"),
  changes: [edited("CATALOG_PRODUCT")],
  sample: (story) => ({
    uuid: applicationOf(story).uuid,
    path: applicationPath(story),
    content: catalogProductContent(story),
  }),
});

/** An edit makes it a featured one. Uncertain: the fields of `vendor`, so it is null. */
function catalogProductContent(story: Story): CatalogProductContent {
  const { id, uuid, website } = applicationOf(story);
  return {
    application: { id, uuid, name: story.product.name, imageLogoLarge: `${website}/logo.png`, vendor: null },
    featured: historyOf(story, "CATALOG_PRODUCT").editedAt !== undefined,
    popular: false,
    staffPick: false,
    discountAvailable: false,
    partnerTermsUrl: null,
    displayReviews: true,
    displayQuestions: true,
  };
}
