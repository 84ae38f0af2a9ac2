import { isObject } from "../json.ts";

/**
 * The type of an integration event, also where a gateway put that into `payload.event`; undefined for what is none.
 * Sources: docs.appdirect.com (event attributes) and AppDirect's service-integration-sdk: `type` and `marketplace` are
 * required.
 */
export function integrationEventIn(payload: unknown, wrappers = 2): string | undefined {
  if (!isObject(payload)) return undefined;
  const { type } = payload;
  if (typeof type === "string" && Object.hasOwn(payload, "marketplace")) return type;
  return wrappers === 0
    ? undefined
    : (integrationEventIn(payload["payload"], wrappers - 1) ?? integrationEventIn(payload["event"], wrappers - 1));
}

/** `an integration event (SUBSCRIPTION_ORDER)` */
export function integrationEventWords(type: string): string {
  return `an integration event (${documented.has(type) ? type : "of a type that is not documented"})`;
}

/** The later ones stand in the SDK's enumeration alone. */
const documented: ReadonlySet<string> = new Set([
  "SUBSCRIPTION_ORDER",
  "SUBSCRIPTION_CHANGE",
  "SUBSCRIPTION_CANCEL",
  "SUBSCRIPTION_NOTICE",
  "USER_ASSIGNMENT",
  "USER_UNASSIGNMENT",
  "USER_UPDATED",
  "ADDON_ORDER",
  "ADDON_CHANGE",
  "ADDON_CANCEL",
  "ADDON_BIND",
  "ADDON_UNBIND",
  "USER_SYNC",
  "USER_LINK",
  "ACCOUNT_SYNC",
  "ACCOUNT_UNSYNC",
]);
