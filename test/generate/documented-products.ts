import type { Fields } from "./fields.ts";

export const catalogProduct: Fields = [
  [
    "application",
    [
      ["id", "six digits"],
      ["uuid", "uuid"],
      ["name", "text"],
      ["imageLogoLarge", "example url"],
      ["vendor", "null"],
    ],
  ],
  ["featured", "boolean"],
  ["popular", "boolean"],
  ["staffPick", "boolean"],
  ["discountAvailable", "boolean"],
  ["partnerTermsUrl", "null"],
  ["displayReviews", "boolean"],
  ["displayQuestions", "boolean"],
];

const listing: Fields = [
  ["myAppLogoIconUrl", "example url"],
  ["imageUrl", "example url"],
  ["profileImageUrl", "example url"],
  ["blurb", "text"],
  ["overview", "null"],
  ["rating", "null"],
  ["reviewCount", "integer"],
];

const productOverview: Fields = [
  ["splashTitle", "text"],
  ["splashDescription", "null"],
  ["imageUrl", "null"],
  ["demoUrl", "null"],
  ["documentationUrl", "null"],
  ["systemRequirements", "null"],
  ["benefits", "[]"],
  ["versions", "{}"],
];

const edition: Fields = [
  ["id", "digits"],
  ["rank", "integer"],
  ["name", "text"],
  ["primary", "boolean"],
  ["trial", "null"],
  ["expiredTrialGracePeriod", "null"],
  ["plans", "[]"],
  ["bullets", "[]"],
  [
    "items",
    [
      [
        ["unit", "USER|GIGABYTE|MAILBOX|DEVICE"],
        ["amount", "null"],
        ["unlimited", "boolean"],
      ],
    ],
  ],
];

/** The REST API's product as a public test had it in 2013, and four fields behind it; supportedLanguages is in both. */
export const stagingProduct: Fields = [
  ["id", "six digits"],
  ["name", "text"],
  ["type", "WEB_APP"],
  [
    "provider",
    [
      ["uuid", "uuid"],
      ["name", "text"],
    ],
  ],
  ["listing", listing],
  ["overview", productOverview],
  [
    "support",
    [
      ["email", "text"],
      ["phone", "null"],
      ["knowledgebaseUrl", "null"],
      ["description", "null"],
    ],
  ],
  ["privacyUrl", "example url"],
  ["termsUrl", "example url"],
  ["resources", "[]"],
  ["screenshots", "[]"],
  ["addonOfferings", "[]"],
  ["featuredCustomers", "[]"],
  ["featuredMedia", "[]"],
  ["href", "product url"],
  ["lastModified", "ms"],
  [
    "pricing",
    [
      ["footnotes", "[]"],
      ["editions", [edition]],
    ],
  ],
  ["publishedOn", "ms?"],
  ["buyable", "boolean"],
  ["free", "boolean"],
  ["freeTrialOrEditionPresent", "boolean"],
  ["referable", "boolean"],
  ["leadgen", "boolean"],
  ["features", "[]"],
  ["tags", "[]"],
  ["assignLeadsToDevelopers", "boolean"],
  ["importable", "boolean"],
  ["productRefId", "uuid"],
  ["supportedLanguages", "[locale]"],
];
