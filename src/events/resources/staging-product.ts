import type { ResourceDefinition } from "../resource.ts";
import { present, textAt } from "../text.ts";

export const stagingProduct: ResourceDefinition = {
  type: "STAGING_PRODUCT",
  typeCertainty: "inferred",
  actions: ["ADDED", "CHANGED"],
  summary: "A product as its developer edits it, before and beside what is published.",
  source: "https://developer.appdirect.com/webhooks/working-with-webhooks/payload/staging-product",
  headline: (content) => present(textAt(content, "name"), textAt(content, "provider", "name")),
};
