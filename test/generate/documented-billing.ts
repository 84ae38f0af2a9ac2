import { type Fields, reference } from "./fields.ts";

export const invoice: Fields = [
  ["id", "digits"],
  ["uuid", "uuid"],
  ["locale", "locale"],
  ["localized", "null"],
  ["invoiceNumber", "null"],
  ["billingRelationshipOwnerInvoiceNumber", "digits"],
  ["partner", "APPDIRECT"],
  ["status", "UNPAID|PAID|VOIDED"],
  ["currency", "currency"],
  ["invoiceDate", "ms"],
  ["paymentTerms", [["dueDate", "ms"]]],
  ["seller", "null"],
];

export const appAssignment: Fields = [
  ["status", "PENDING_USER_ACTIVATION|PENDING_REMOTE_CREATION|ACTIVE|FAILED"],
  ["userUuid", "uuid"],
  ["companyUuid", "uuid"],
  ["subscriptionUuid", "uuid"],
  ["externalVendorIdentifier", "null"],
  [
    "links",
    [
      [
        ["rel", "self"],
        ["href", "url"],
      ],
    ],
  ],
];

export const discount: Fields = [
  ["id", "integer"],
  ["code", "text"],
  ["redemptions", "null"],
  ["startDate", "ms"],
  ["expirationDate", "ms"],
  ["type", "FIXED_PRICE|PERCENTAGE"],
  ["price", "number?"],
  ["percentage", "number?"],
  ["description", "text"],
  ["autoApply", "boolean"],
  ["retainable", "boolean"],
  ["redemptionRestriction", "NONE"],
  ["vendorSharePercentage", "null"],
  ["partnerSharePercentage", "null"],
  ["basePartnerSharePercentage", "null"],
  ["unit", "USER|GIGABYTE|MAILBOX|DEVICE"],
  ["minUnits", "integer"],
  ["maxUnits", "null"],
  ["applicationId", "six digits"],
  ["applicationName", "text"],
];

const billingAddress: Fields = [
  ["salutation", "null"],
  ["firstName", "text"],
  ["lastName", "text"],
  ["fullName", "text"],
  ["companyName", "text"],
  ["phoneNumber", "null"],
  ["phoneExtension", "null"],
  ["faxNumber", "null"],
  ["faxExtension", "null"],
  ["street1", "text"],
  ["street2", "null"],
  ["city", "text"],
  ["state", "text?"],
  ["zip", "text"],
  ["country", "country"],
  ["pobox", "null"],
  ["pozip", "null"],
];

export const paymentInstrument: Fields = [
  ["id", "integer"],
  ["createdOn", "ms"],
  ["user", reference],
  ["company", reference],
  ["accountDisplay", "masked"],
  ["billingAddress", billingAddress],
  [
    "creditCard",
    [
      ["expirationMonth", "integer"],
      ["expirationYear", "integer"],
      ["type", "null"],
    ],
  ],
];
