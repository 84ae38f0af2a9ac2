import { historyOf } from "../../story/history.ts";
import type { Story } from "../../story/story.ts";
import type { EditionContent, StagingProductContent } from "../schemas/staging-product.ts";
import { applicationOf, applicationPath } from "./application.ts";
import { toSecond, toSecondOrNull } from "./dates.ts";

/**
 * STAGING_PRODUCT's content. Published means that customers see it as a CATALOG_PRODUCT.
 * Uncertain: which fields of the REST API's product a product has that is not published yet.
 */
export function stagingProductContent(story: Story): StagingProductContent {
  const { id, productRefId, vendorUuid, vendorName, website, emailAddress } = applicationOf(story);
  const { addedAt, editedAt } = historyOf(story, "STAGING_PRODUCT");
  return {
    id,
    name: story.product.name,
    type: "WEB_APP",
    provider: { uuid: vendorUuid, name: vendorName },
    listing: listing(story),
    overview: overview(story),
    support: { email: emailAddress, phone: null, knowledgebaseUrl: null, description: null },
    privacyUrl: `${website}/privacy`,
    termsUrl: `${website}/terms`,
    resources: [],
    screenshots: [],
    addonOfferings: [],
    featuredCustomers: [],
    featuredMedia: [],
    href: `${story.marketplaceUrl}${applicationPath(story)}`,
    lastModified: toSecond(editedAt ?? addedAt),
    pricing: { footnotes: [], editions: [edition(story)] },
    publishedOn: toSecondOrNull(publishedAt(story)),
    buyable: true,
    free: false,
    freeTrialOrEditionPresent: false,
    referable: false,
    leadgen: false,
    features: [],
    tags: [],
    assignLeadsToDevelopers: false,
    importable: false,
    productRefId,
    supportedLanguages: [story.user.locale],
  };
}

/** Undefined where it is only being made. */
function publishedAt({ histories }: Story): Date | undefined {
  return histories["CATALOG_PRODUCT"]?.addedAt;
}

function listing(story: Story): StagingProductContent["listing"] {
  const { website } = applicationOf(story);
  return {
    myAppLogoIconUrl: `${website}/icon.png`,
    imageUrl: `${website}/logo.png`,
    profileImageUrl: `${website}/profile.png`,
    blurb: `${story.product.name}, made for examples.`,
    overview: null,
    rating: null,
    reviewCount: 0,
  };
}

/** What its page says: nothing yet but a title. */
function overview({ product }: Story): StagingProductContent["overview"] {
  return {
    splashTitle: product.name,
    splashDescription: null,
    imageUrl: null,
    demoUrl: null,
    documentationUrl: null,
    systemRequirements: null,
    benefits: [],
    versions: {},
  };
}

/** Uncertain: what a plan has, so there is none, and nothing tells what it costs. */
function edition({ product, order: { plan } }: Story): EditionContent {
  return {
    id: product.editionId,
    rank: 1,
    name: product.editionName,
    primary: true,
    trial: null,
    expiredTrialGracePeriod: null,
    plans: [],
    bullets: [],
    items: [{ unit: plan.unit, amount: null, unlimited: true }],
  };
}
