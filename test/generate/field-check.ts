import { isObject, type Json } from "../../src/events/index.ts";
import type { Fields } from "./fields.ts";

/** Where a value is not what the fields say: one line each, `order.id: 7 is no text`. */
export function fieldFaults(value: Json | undefined, fields: Fields, place = "content"): string[] {
  if (!isObject(value)) return [`${place}: no object`];
  const keys = Object.keys(value).join(" ");
  const expected = fields.map(([key]) => key).join(" ");
  if (keys !== expected) return [`${place}: keys are ${keys}, documented are ${expected}`];
  return fields.flatMap(([key, kind]) => faultsOf(value[key], kind, `${place}.${key}`));
}

function faultsOf(value: Json | undefined, kind: Fields[number][1], place: string): string[] {
  if (typeof kind === "string") return fits(value, kind) ? [] : [`${place}: ${JSON.stringify(value)} is no ${kind}`];
  const [first] = kind;
  if (first === undefined || typeof first[0] === "string") return fieldFaults(value, toFields(kind), place);
  if (!Array.isArray(value) || value.length === 0) return [`${place}: no list with items`];
  return value.flatMap((item, index) => fieldFaults(item, toFields(first), `${place}[${index}]`));
}

/** A list of fields, told from a list that holds one. */
function toFields(kind: readonly unknown[]): Fields {
  return kind.filter((one): one is Fields[number] => Array.isArray(one) && typeof one[0] === "string");
}

function fits(value: Json | undefined, kind: string): boolean {
  if (kind.endsWith("?")) return value === null || fits(value, kind.slice(0, -1));
  if (Object.hasOwn(kinds, kind)) return kinds[kind]?.(value) ?? false;
  return typeof value === "string" && kind.split("|").includes(value);
}

const matches = (pattern: RegExp) => (value: Json | undefined) => typeof value === "string" && pattern.test(value);
const isNumber = (value: Json | undefined) => typeof value === "number" && Number.isFinite(value) && value > 0;
const roles =
  "ROLE_USER ROLE_BILLING_ADMIN ROLE_SYS_ADMIN ROLE_RESELLER ROLE_SALES_SUPPORT ROLE_CHANNEL_SUPPORT ROLE_CHANNEL_PRODUCT_SUPPORT ROLE_CHANNEL_ADMIN ROLE_CORPORATE_ADMIN ROLE_DEVELOPER";

const kinds: Readonly<Record<string, (value: Json | undefined) => boolean>> = {
  text: (value) => typeof value === "string" && value.trim() !== "",
  url: matches(/^https:\/\/marketplace\.example\.com\/[\w/.-]+$/),
  "example url": matches(/^https:\/\/www\.[a-z]+\.example\/[\w.]+$/),
  "product url": matches(
    /^https:\/\/marketplace\.example\.com\/api\/marketplace\/v1\/products\/\d{6}\?country=[A-Z]{2}&currency=[A-Z]{3}$/,
  ),
  uuid: matches(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  digits: matches(/^\d+$/),
  "six digits": (value) => Number.isSafeInteger(value) && /^\d{6}$/.test(String(value)),
  masked: matches(/^\*{12}0000$/),
  ms: (value) => Number.isSafeInteger(value) && Number(value) % 1000 === 0 && Number(value) > 1_000_000_000_000,
  day: matches(/^\d{4}-\d\d-\d\d$/),
  integer: (value) => (isNumber(value) && Number.isSafeInteger(value)) || value === 0,
  number: isNumber,
  boolean: (value) => typeof value === "boolean",
  false: (value) => value === false,
  null: (value) => value === null,
  country: matches(/^[A-Z]{2}$/),
  currency: matches(/^[A-Z]{3}$/),
  language: matches(/^[a-z]{2}$/),
  locale: matches(/^[a-z]{2}-[A-Z]{2}$/),
  "[]": (value) => Array.isArray(value) && value.length === 0,
  "{id}": (value) => isObject(value) && Object.keys(value).join(" ") === "id" && Number.isSafeInteger(value["id"]),
  "{}": (value) => isObject(value) && Object.keys(value).length === 0,
  "[locale]": (value) => Array.isArray(value) && value.length > 0 && value.every((one) => fits(one, "locale")),
  "[role]": (value) =>
    Array.isArray(value) && value.length > 0 && value.every((one) => roles.split(" ").includes(String(one))),
  amount: (value) =>
    isObject(value) && Object.entries(value).every(([key, one]) => /^[A-Z]{3}$/.test(key) && isNumber(one)),
};
