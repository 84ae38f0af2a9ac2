import { expect, test } from "vitest";
import type { Json } from "../../../src/events/index.ts";
import { changed, type Name, told } from "./told.ts";

test.each<[Name, string, Json, string]>([
  // A value of another type.
  [
    "user",
    "resource.content.email",
    7,
    '✖ resource.content.email: found the number 7; documented: text. Write it as text: "7".',
  ],
  [
    "user",
    "resource.content.deleted",
    "false",
    '✖ resource.content.deleted: found the text "false"; documented: true or false. Write it without quotes: false.',
  ],
  [
    "user",
    "resource.content.memberships",
    {},
    "✖ resource.content.memberships: found an object; documented: a list of objects.",
  ],
  [
    "user",
    "resource.content.memberships",
    null,
    "✖ resource.content.memberships: found null; documented: a list of objects.",
  ],
  [
    "user",
    "resource.content.memberships[0]",
    "c-1",
    '✖ resource.content.memberships[0]: found the text "c-1"; documented: an object.',
  ],
  [
    "user",
    "resource.content.contact",
    "phone",
    '✖ resource.content.contact: found the text "phone"; documented: an object, or null.',
  ],
  [
    "user",
    "resource.content.customAttributes",
    [],
    "✖ resource.content.customAttributes: found an empty list; documented: an object.",
  ],
  [
    "membership",
    "resource.content.roles",
    "ROLE_USER",
    '✖ resource.content.roles: found the text "ROLE_USER"; documented: a list of texts.',
  ],
  [
    "order",
    "resource.content.totalPrice",
    "22.60",
    '✖ resource.content.totalPrice: found the text "22.60"; documented: a number. Write it without quotes: 22.60.',
  ],
  [
    "subscription",
    "resource.content.assignedUsers",
    1.5,
    "✖ resource.content.assignedUsers: found the number 1.5; documented: a whole number.",
  ],
  // An id as a number where a text is documented, and the other way round where both are known.
  [
    "subscription",
    "resource.content.product.id",
    1234,
    '✖ resource.content.product.id: found the number 1234; documented: text. Write it as text: "1234".',
  ],
  [
    "invoice",
    "resource.content.id",
    100,
    '✖ resource.content.id: found the number 100; documented: text. Write it as text: "100".',
  ],
  [
    "order",
    "resource.content.paymentPlan.id",
    "9",
    '✖ resource.content.paymentPlan.id: found the text "9"; documented: a whole number. Write it without quotes: 9.',
  ],
  ["order", "resource.content.id", true, "✖ resource.content.id: found true; documented: text or a number."],
  // A word that is not documented is a note, one in another case an error.
  [
    "user",
    "resource.content.status",
    "BLOCKED",
    '! resource.content.status: found the text "BLOCKED"; documented: one of ACTIVE, INACTIVE.',
  ],
  [
    "user",
    "resource.content.status",
    "INACTVE",
    '! resource.content.status: found the text "INACTVE"; documented: one of ACTIVE, INACTIVE. Did you mean INACTIVE?',
  ],
  [
    "user",
    "resource.content.status",
    "active",
    '✖ resource.content.status: found the text "active"; documented: one of ACTIVE, INACTIVE. AppDirect writes ACTIVE.',
  ],
  [
    "app_assignment",
    "resource.content.status",
    "Pending user activation",
    '✖ resource.content.status: found the text "Pending user activation"; documented: one of PENDING_USER_ACTIVATION, PENDING_REMOTE_CREATION, FAILED, ACTIVE, PENDING_REMOTE_CANCELLATION, CANCELLED. AppDirect writes PENDING_USER_ACTIVATION.',
  ],
  [
    "invoice",
    "resource.content.status",
    1,
    "✖ resource.content.status: found the number 1; documented: one of PAID, UNPAID, CARRIED, VOIDED.",
  ],
  // Timestamps.
  [
    "user",
    "timestamp",
    "1700000000000",
    '✖ timestamp: found the text "1700000000000"; documented: epoch milliseconds. Write it without quotes: 1700000000000.',
  ],
  [
    "user",
    "timestamp",
    "2023-11-14T22:13:20Z",
    '✖ timestamp: found the text "2023-11-14T22:13:20Z"; documented: epoch milliseconds. In epoch milliseconds that is 1700000000000.',
  ],
  [
    "user",
    "timestamp",
    1_700_000_000,
    "✖ timestamp: found the number 1700000000; documented: epoch milliseconds. This looks like seconds; in milliseconds that is 1700000000000.",
  ],
  [
    "user",
    "timestamp",
    1_700_000_000_000_000,
    "✖ timestamp: found the number 1700000000000000; documented: epoch milliseconds. This looks like microseconds; in milliseconds that is 1700000000000.",
  ],
  ["user", "timestamp", null, "✖ timestamp: found null; documented: epoch milliseconds."],
  [
    "company",
    "resource.content.creationDate",
    "1500000000",
    '✖ resource.content.creationDate: found the text "1500000000"; documented: epoch milliseconds. Without its quotes this looks like seconds; in milliseconds that is 1500000000000.',
  ],
  [
    "company",
    "resource.content.creationDate",
    -5,
    "✖ resource.content.creationDate: found the number -5; documented: epoch milliseconds.",
  ],
  [
    "order",
    "resource.content.serviceStartDate",
    1_517_788_800_000,
    '✖ resource.content.serviceStartDate: found the number 1517788800000; documented: a day as yyyy-MM-dd, or null. As a day that is "2018-02-05".',
  ],
  [
    "invoice",
    "resource.content.invoiceDate",
    1_517_825_557,
    "✖ resource.content.invoiceDate: found the number 1517825557; documented: epoch milliseconds, or a time as text, or null. This looks like seconds; in milliseconds that is 1517825557000.",
  ],
  // Addresses.
  [
    "user",
    "resource.url",
    "shop.example.com/users/1",
    '✖ resource.url: found the text "shop.example.com/users/1"; documented: an http or https address. Write it with its scheme: https://shop.example.com/users/1',
  ],
  [
    "user",
    "resource.content.openId",
    "ftp://example.com/1",
    '✖ resource.content.openId: found the text "ftp://example.com/1"; documented: an http or https address.',
  ],
  [
    "app_assignment",
    "resource.content.links[0].href",
    "",
    '✖ resource.content.links[0].href: found the text ""; documented: an http or https address.',
  ],
  // Currencies, countries, languages.
  [
    "order",
    "resource.content.currency",
    "EURO",
    '✖ resource.content.currency: found the text "EURO"; documented: an ISO 4217 currency code. Write it as EUR.',
  ],
  [
    "order",
    "resource.content.currency",
    "usd",
    '✖ resource.content.currency: found the text "usd"; documented: an ISO 4217 currency code. Write it as USD.',
  ],
  [
    "order",
    "resource.content.currency",
    "QQQ",
    '✖ resource.content.currency: found the text "QQQ"; documented: an ISO 4217 currency code.',
  ],
  [
    "order",
    "resource.content.paymentPlan.costs[0].amount",
    { "€": 9 },
    '✖ resource.content.paymentPlan.costs[0].amount.€: found the text "€"; documented: an ISO 4217 currency code. Write it as EUR.',
  ],
  [
    "order",
    "resource.content.paymentPlan.costs[0].amount.USD",
    "10",
    '✖ resource.content.paymentPlan.costs[0].amount.USD: found the text "10"; documented: a number. Write it without quotes: 10.',
  ],
  [
    "company",
    "resource.content.countryCode",
    "Canada",
    '✖ resource.content.countryCode: found the text "Canada"; documented: a country code of two letters, or null.',
  ],
  [
    "user",
    "resource.content.language",
    "fra",
    '✖ resource.content.language: found the text "fra"; documented: a language code of two letters, or null.',
  ],
  // An open shape is still an object.
  ["quote", "resource.content", "text", '✖ resource.content: found the text "text"; documented: an object.'],
  [
    "company",
    "resource.content.attributes",
    "text",
    '✖ resource.content.attributes: found the text "text"; documented: an object, or null.',
  ],
  [
    "order",
    "resource.content.discount",
    "10 %",
    '✖ resource.content.discount: found the text "10 %"; documented: an object, or null.',
  ],
  // Deprecated, always null; its value is not told.
  ["user", "resource.content.password", 7, "✖ resource.content.password: found a number; documented: null."],
])("%s with %s = %j is told", (name, path, value, expected) => {
  expect(told(name, changed(name, path, value))).toEqual([expected]);
});
