import { credentialNames, schemeNames } from "../../../authentication/index.ts";
import { isObject, type Json, type JsonObject, parsePatterns } from "../../../events/index.ts";
import { HooksError } from "../../../errors.ts";
import type { Change } from "../change.ts";

type Check = (value: Json | undefined) => boolean;

/** Whether it has the shape of a change of this version; a field that no version knows yet does no harm. */
export function isChange(value: unknown): value is Change {
  if (!isObject(value) || typeof value["type"] !== "string") return false;
  const checks = Object.hasOwn(kinds, value["type"]) ? kinds[value["type"]] : undefined;
  return checks !== undefined && has(checks)(value);
}

const isText: Check = (value) => typeof value === "string";
const isTime: Check = (value) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
const isBoolean: Check = (value) => typeof value === "boolean";
const isTrue: Check = (value) => value === true;
const isWhole: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isDuration: Check = (value) => typeof value === "number" && value >= 0;

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const has =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** One that an editor left with a mistake would else stop the state that is made of it. */
const arePatterns: Check = (value) => {
  try {
    return typeof value === "string" && parsePatterns(value).text !== "";
  } catch (cause) {
    if (cause instanceof HooksError) return false;
    throw cause;
  }
};

const webhook = {
  id: isText,
  url: isText,
  events: arePatterns,
  authentication: has({
    scheme: (value) => schemeNames().some((name) => name === value),
    credentials: has(Object.fromEntries(credentialNames.map((name) => [name, optional(isText)]))),
    tokenUrl: optional(isText),
  }),
};

const attempt = {
  number: isWhole,
  at: isTime,
  ms: isDuration,
  delivered: isBoolean,
  status: optional(isWhole),
  reason: optional(isText),
  isManual: optional(isTrue),
  isDuplicate: optional(isTrue),
  nextAt: optional(isTime),
};

const kinds: Record<string, Record<string, Check>> = {
  webhook: { webhook: has(webhook) },
  "webhook deleted": { id: isText },
  event: {
    at: isTime,
    event: isText,
    payload: isObject,
    entries: listOf(has({ id: isText, webhook: isText, url: isText })),
  },
  attempt: { entry: isText, attempt: has(attempt) },
} satisfies Record<Change["type"], Record<string, Check>>;
