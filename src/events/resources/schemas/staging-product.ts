import { array, type InferOutput, looseObject, nullable, optional, string, unknown } from "valibot";
import { field } from "../../schema/field.ts";
import {
  anything,
  open,
  text,
  textOrNull,
  textOrNumber,
  textOrNumberOrNull,
  timestampOrNull,
  yesOrNo,
  yesOrNoOrNull,
} from "../../schema/scalars.ts";

/** A field of the REST API's product, as a public test had it in 2013. Which of them may be left out is not known. */
const rest = <Schema extends Parameters<typeof field>[0]>(schema: Schema, meaning = "") =>
  optional(field(schema, meaning, { certainty: "from the REST API" }));

/** A field of the webhook's own page. */
const onPage = { certainty: "documented" } as const;

const listOrNull = nullable(array(unknown()));

const overviewSchema = looseObject({
  splashTitle: rest(textOrNull),
  splashDescription: rest(textOrNull),
  imageUrl: rest(textOrNull),
  demoUrl: rest(textOrNull),
  documentationUrl: rest(textOrNull),
  systemRequirements: rest(textOrNull),
  benefits: rest(listOrNull),
  versions: rest(open),
});

const editionSchema = looseObject({
  id: rest(textOrNumber),
  rank: rest(textOrNumberOrNull),
  name: rest(textOrNull),
  primary: rest(yesOrNoOrNull),
  trial: rest(nullable(looseObject({ length: rest(textOrNumberOrNull), unit: rest(textOrNull) }))),
  expiredTrialGracePeriod: rest(anything),
  plans: rest(listOrNull),
  bullets: rest(listOrNull),
  items: rest(
    nullable(
      array(looseObject({ unit: rest(textOrNull), amount: rest(textOrNumberOrNull), unlimited: rest(yesOrNoOrNull) })),
    ),
  ),
});
export type EditionContent = InferOutput<typeof editionSchema>;

const featureSchema = looseObject({
  header: rest(textOrNull),
  description: rest(textOrNull),
  imageUrl: rest(textOrNull),
});

/**
 * STAGING_PRODUCT's content: the REST API's product, and three fields more, of which the documented table
 * has a fourth, `supportedLanguages`, before it is cut.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/staging-product
 */
export const stagingProductSchema = looseObject({
  id: field(textOrNumber, "A number, or digits as text.", { certainty: "from the REST API" }),
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
  overview: rest(nullable(overviewSchema), "The content of its page."),
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
  lastModified: rest(timestampOrNull),
  pricing: rest(
    nullable(looseObject({ footnotes: rest(listOrNull), editions: rest(nullable(array(editionSchema))) })),
    "Its editions and their prices.",
  ),
  publishedOn: rest(timestampOrNull),
  buyable: rest(yesOrNoOrNull),
  free: rest(yesOrNoOrNull),
  freeTrialOrEditionPresent: rest(yesOrNoOrNull),
  referable: rest(yesOrNoOrNull),
  leadgen: rest(yesOrNoOrNull),
  features: rest(nullable(array(featureSchema))),
  tags: rest(listOrNull),
  assignLeadsToDevelopers: field(yesOrNo, "", onPage),
  importable: field(yesOrNo, "", onPage),
  productRefId: field(textOrNull, "A uuid.", onPage),
  supportedLanguages: field(nullable(array(string())), "A list of locales.", onPage),
});
export type StagingProductContent = InferOutput<typeof stagingProductSchema>;
