import type { Json, JsonObject } from "../../../src/events/index.ts";
import { nulls, order, subscription } from "./purchase-by-hand.ts";

/**
 * One payload of each resource, written by hand from the field tables of AppDirect's documentation; each says from which
 * part of docs/appdirect.md's sources. Words, ids and amounts are made up.
 */
function payload(type: string, id: string, path: string, content: JsonObject, action = "ADDED"): JsonObject {
  return {
    uuid: "0b326b16-1d2f-4fca-83f3-314ad567b4b8",
    timestamp: 1_517_825_557_145,
    resource: { type, uuid: id, url: `https://shop.example.com${path}`, content },
    resourceAction: action,
  };
}

/** Section COMPANY; a contact, as the page has it. */
const companyContent: JsonObject = {
  id: "c-1",
  name: "Northwind Traders",
  enabled: true,
  contact: {
    phoneNumber: "+1 555 0100",
    ...nulls("ims", "homePhone", "mobilePhone"),
    address: { street1: "1 Main Street", city: "Springfield" },
  },
  size: null,
  status: "ACTIVE",
  attributes: null,
  creationDate: 1_500_000_000_000,
  ...nulls("industry", "salesAgent", "website", "emailAddress", "dealer"),
  uuid: "c-1",
  externalId: "NW-1",
  countryCode: "CA",
  permissions: [],
  defaultIdpUuid: null,
  domains: null,
};

/** Section USER, `locale` as its table has it. */
const person: JsonObject = {
  id: "ext-7",
  openId: "https://shop.example.com/openid/id/ext-7",
  email: "grace@example.com",
  username: "grace",
  firstName: "Grace",
  lastName: "Example",
  language: "fr",
  locale: "fr_CA",
  password: null,
  profilePic: "https://shop.example.com/pictures/7.png",
  deleted: false,
  status: "ACTIVE",
  contact: nulls("phoneNumber", "ims", "homePhone", "mobilePhone", "address"),
  registrationCode: "R-1",
  creationDate: 1_500_000_000_000,
  lastSuccessfulLogin: 1_517_000_000_000,
  title: "CTO",
  activationUrl: null,
  ...nulls("internalId", "externalId", "idpUuid"),
  customAttributes: { floor: 3 },
};

export const writtenByHand = {
  user: payload("USER", "ext-7", "/api/account/v1/users/ext-7?isExternalId=true", {
    ...person,
    memberships: [{ enabled: true, company: companyContent, roles: ["ROLE_USER"] }],
  }),
  company: payload("COMPANY", "c-1", "/api/account/v1/companies/c-1?isExternalId=false", companyContent, "CHANGED"),
  membership: payload("MEMBERSHIP", "u-1", "/api/account/v1/companies/c-1/users/u-1", {
    ...person,
    roles: ["ROLE_USER", "ROLE_BILLING_ADMIN"],
    enabled: true,
  }),
  subscription: payload("SUBSCRIPTION", "s-1", "/api/billing/v1/subscriptions/s-1", subscription, "CHANGED"),
  order: payload("ORDER", "4713", "/api/billing/v1/orders/4713", order),
  /** Section INVOICE, with fields that the table is cut before. */
  invoice: payload("INVOICE", "i-1", "/api/appmarket/v1/invoices/i-1", {
    id: "100",
    uuid: "i-1",
    locale: "en_US",
    localized: "true",
    invoiceNumber: "A-100",
    billingRelationshipOwnerInvoiceNumber: "A-100",
    partner: "EXAMPLE",
    status: "UNPAID",
    currency: "EUR",
    invoiceDate: 1_517_825_557_000,
    paymentTerms: { dueDate: 1_520_244_757_000 },
    seller: { user: { uuid: "u-9" }, company: { uuid: "c-9" } },
    buyer: { anything: true },
    lines: [],
  }),
  /** Section APP_ASSIGNMENT. */
  app_assignment: payload("APP_ASSIGNMENT", "as-1", "/api/account/v2/subscriptions/assignments/as-1", {
    status: "PENDING_USER_ACTIVATION",
    userUuid: "u-1",
    companyUuid: "c-1",
    subscriptionUuid: "s-1",
    externalVendorIdentifier: "v-1",
    links: [{ rel: "self", href: "https://shop.example.com/api/account/v2/subscriptions/assignments/as-1" }],
  }),
  /** Section CATALOG_PRODUCT. */
  catalog_product: payload("CATALOG_PRODUCT", "p-1", "/api/marketplace/v1/products/123456?country=US&currency=USD", {
    application: {
      id: 123_456,
      uuid: "p-1",
      name: "Harbor",
      imageLogoLarge: "https://shop.example.com/l.png",
      vendor: {},
    },
    featured: false,
    popular: true,
    staffPick: false,
    discountAvailable: false,
    partnerTermsUrl: null,
    displayReviews: true,
    displayQuestions: true,
    more: 1,
  }),
  /** Section STAGING_PRODUCT: the product of 2013 and the four documented fields. */
  staging_product: payload("STAGING_PRODUCT", "p-1", "/api/marketplace/v1/products/123456?country=US&currency=USD", {
    id: "123456",
    name: "Harbor",
    type: "WEB_APP",
    provider: { uuid: "v-1", name: "Harbor Inc." },
    listing: { blurb: "Short", rating: 4.5, reviewCount: 2 },
    lastModified: 1_380_000_000_000,
    pricing: { footnotes: [], editions: [{ id: "1", name: "Pro", plans: [] }] },
    publishedOn: 1_380_000_000_000,
    buyable: true,
    assignLeadsToDevelopers: false,
    importable: false,
    productRefId: "b3f0c5c2-0000-4000-8000-000000000001",
    supportedLanguages: ["en", "fr_CA"],
  }),
  /** Section DISCOUNT, its values as texts, as the page's examples have them. */
  discount: payload("DISCOUNT", "d-1", "/api/channel/v1/discounts/7", {
    id: "7",
    code: "SPRING",
    redemptions: "0",
    startDate: "2018-02-05",
    expirationDate: "1520244757000",
    type: "PERCENTAGE",
    percentage: "10",
    autoApply: "false",
    applicationId: "1234",
  }),
  /** Section PAYMENT_INSTRUMENT. */
  payment_instrument: payload(
    "PAYMENT_INSTRUMENT",
    "pi-1",
    "/api/billing/v1/companies/c-1/users/u-1/paymentInstruments/5",
    {
      id: 5,
      createdOn: 1_517_825_557_000,
      user: { href: "https://shop.example.com/u" },
      company: { href: "https://shop.example.com/c" },
      accountDisplay: "************1111",
      billingAddress: { salutation: "MS", firstName: "Grace", street1: "1 Main Street", zip: "12345", country: "CA" },
      creditCard: { expirationMonth: 12, expirationYear: 2030, type: "VISA" },
    },
  ),
  /** Section SALES_LEAD, SALES_OPPORTUNITY, QUOTE, RESELLER_REGISTRANT: nothing is known of their content. */
  sales_lead: payload("SALES_LEAD", "l-1", "/x/1", { whatever: 1 }),
  sales_opportunity: payload("OPPORTUNITY", "o-1", "/x/1", {}),
  quote: payload("QUOTE", "q-1", "/x/1", {}, "CHANGED"),
  reseller_registrant: payload("RESELLER_REGISTRANT", "r-1", "/x/1", { a: [1] }),
} satisfies Record<string, Json>;
