import { defineResource } from "../resource.ts";
import { added, edited, publishProduct } from "../story/history.ts";
import { present } from "../text.ts";
import { documented, inferred } from "../schema/certainty.ts";
import { applicationOf, applicationPath } from "./content/application.ts";
import { stagingProductContent } from "./content/staging-product.ts";
import { stagingProductSchema } from "./schemas/staging-product.ts";

export const stagingProduct = defineResource({
  type: "STAGING_PRODUCT",
  typeCertainty: "inferred",
  summary:
    "The version of a product that its developer edits, before publication and afterwards next to the published version.",
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
    "The documented table continues after `supportedLanguages`, where our copy is cut off.",
    "The fields of the REST API's product come from a public test of 2013.",
    "A GET of `resource.url` returns the REST API's product, not this content.",
  ],
  schema: stagingProductSchema,
  headline: ({ name, provider }) => present(name, provider?.name),
  matters: { type: "type", free: "free", buyable: "buyable", publishedOn: "publishedOn", lastModified: "lastModified" },
  added: added("STAGING_PRODUCT"),
  changes: [edited("STAGING_PRODUCT"), publishProduct],
  sample: (story) => ({
    uuid: applicationOf(story).uuid,
    path: applicationPath(story),
    content: stagingProductContent(story),
  }),
});
