import { array, type InferOutput, looseObject, nullable, optional, string, unknown } from "valibot";
import { field } from "../schema/field.ts";
import {
  open,
  text,
  textOrNull,
  textOrNumber,
  textOrNumberOrNull,
  uncertainTimeOrNull,
  yesOrNo,
  yesOrNoOrNull,
} from "../schema/scalars.ts";
import { defineResource } from "../resource.ts";
import { present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";

/** A field of the REST API's product, as a public test had it in 2013. Which of them may be left out is not known. */
const rest = <Schema extends Parameters<typeof field>[0]>(schema: Schema, meaning = "") =>
  optional(field(schema, meaning, { certainty: "from the REST API" }));

const listOrNull = nullable(array(unknown()));

/**
 * STAGING_PRODUCT's content: the REST API's product, and five fields more. The documented table is cut after them.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/staging-product
 */
const stagingProductSchema = looseObject({
  id: field(textOrNumber, "A number, or a text of digits.", { certainty: "from the REST API" }),
  name: field(text, "", { certainty: "from the REST API" }),
  type: rest(textOrNull, "Such as WEB_APP."),
  provider: rest(
    nullable(looseObject({ uuid: field(text, ""), name: field(textOrNull, "") })),
    "The company that offers it.",
  ),
  listing: rest(
    nullable(
      looseObject({
        myAppLogoIconUrl: rest(textOrNull),
        imageUrl: rest(textOrNull),
        profileImageUrl: rest(textOrNull),
        blurb: rest(textOrNull),
        overview: rest(textOrNull),
        rating: rest(textOrNumberOrNull),
        reviewCount: rest(textOrNumberOrNull),
      }),
    ),
    "How it is listed.",
  ),
  overview: rest(open, "What its page says."),
  support: rest(
    nullable(
      looseObject({
        email: rest(textOrNull),
        phone: rest(textOrNull),
        knowledgebaseUrl: rest(textOrNull),
        description: rest(textOrNull),
      }),
    ),
    "Where to get help.",
  ),
  privacyUrl: rest(textOrNull),
  termsUrl: rest(textOrNull),
  resources: rest(listOrNull),
  screenshots: rest(listOrNull),
  addonOfferings: rest(listOrNull),
  featuredCustomers: rest(listOrNull),
  featuredMedia: rest(listOrNull),
  href: rest(textOrNull, "Its REST address."),
  lastModified: rest(uncertainTimeOrNull, "Epoch milliseconds."),
  pricing: rest(
    nullable(looseObject({ footnotes: rest(listOrNull), editions: rest(nullable(array(looseObject({})))) })),
    "Its editions, and what they cost.",
  ),
  publishedOn: rest(uncertainTimeOrNull, "Epoch milliseconds."),
  buyable: rest(yesOrNoOrNull),
  free: rest(yesOrNoOrNull),
  freeTrialOrEditionPresent: rest(yesOrNoOrNull),
  referable: rest(yesOrNoOrNull),
  leadgen: rest(yesOrNoOrNull),
  features: rest(listOrNull),
  tags: rest(listOrNull),
  assignLeadsToDevelopers: field(yesOrNo, ""),
  importable: field(yesOrNo, ""),
  productRefId: field(textOrNull, "A uuid."),
  supportedLanguages: field(nullable(array(string())), "A list of locales."),
});
export type StagingProductContent = InferOutput<typeof stagingProductSchema>;

export const stagingProduct = defineResource({
  type: "STAGING_PRODUCT",
  typeCertainty: "inferred",
  summary: "A product as its developer edits it, before and beside what is published.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/staging-product",
  fires: {
    ADDED: inferred("When a product is created."),
    CHANGED: documented(
      "When Listing Info or Profile is saved, and when the product is published, published again or unpublished; not when an edition, a price plan or integration settings are saved.",
    ),
  },
  url: documented("/api/marketplace/v1/products/{id}?country={country}&currency={currency}"),
  shape: "from the REST API",
  uncertain: [
    "The documented table goes on after `supportedLanguages`.",
    "The fields of the REST API's product are those of a public test of 2013.",
    "A GET of `resource.url` answers the REST API's product, not this content.",
  ],
  schema: stagingProductSchema,
  headline: ({ name, provider }) => present(name, provider?.name),
});
