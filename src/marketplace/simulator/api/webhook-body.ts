import {
  needsOf,
  schemeNames,
  usesTokenUrl,
  type CredentialName,
  type Credentials,
} from "../../../authentication/index.ts";
import { catalogResources, eventsOf, isObject, type Json, type JsonObject } from "../../../events/index.ts";
import { isHeaderText } from "../../../header.ts";
import type { Webhook, WebhookAuthentication } from "../webhook.ts";

/** What is wrong with a body, in a sentence for who sent it; without the values in it, for some are secret. */
export interface Mistake {
  mistake: string;
}

/** A webhook as somebody asks for it through the API. */
export function readWebhook(body: Json, id: string): Webhook | Mistake {
  if (!isObject(body)) return { mistake: "The body is not a JSON object." };
  const { url } = body;
  if (!isHttpAddress(url)) return { mistake: "url is not an http:// or https:// address." };
  const events = readEvents(body);
  if (typeof events !== "string") return events;
  const authentication = readAuthentication(body["authentication"]);
  return "mistake" in authentication ? authentication : { id, url, events, authentication };
}

function isHttpAddress(value: Json | undefined): value is string {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** `subscription.added,subscription.removed`, of one resource, as AppDirect's webhooks are. */
function readEvents({ resource, actions }: JsonObject): string | Mistake {
  const named = catalogResources.find(({ definition }) => definition.type === resource);
  if (named === undefined)
    return { mistake: "resource is not the type of a resource that AppDirect documents, such as SUBSCRIPTION." };
  const known = eventsOf(named);
  const asked = Array.isArray(actions) ? actions : [];
  const events = known.filter(({ action }) => asked.includes(action)).map(({ name }) => name);
  if (events.length > 0 && asked.every((action) => known.some((event) => event.action === action)))
    return events.join(",");
  return { mistake: `actions is not a list with some of ${known.map(({ action }) => action).join(", ")}.` };
}

function readAuthentication(given: Json | undefined): WebhookAuthentication | Mistake {
  if (given === undefined) return { scheme: "none", credentials: {} };
  if (!isObject(given)) return { mistake: "authentication is not an object." };
  const scheme = schemeNames().find((name) => name === given["type"]);
  if (scheme === undefined) return { mistake: `authentication.type is not one of ${schemeNames().join(", ")}.` };
  const all = credentialsIn(given);
  const needs = needsOf(scheme);
  const missing = needs.filter((name) => all[name] === undefined).flatMap((name) => fields[name]);
  const tokenUrl = given["accessTokenUri"];
  const lacking = [...missing, ...(usesTokenUrl(scheme) && !isHttpAddress(tokenUrl) ? ["accessTokenUri"] : [])];
  if (lacking.length > 0) return { mistake: `authentication needs ${lacking.join(", ")} for ${scheme}.` };
  const credentials = Object.fromEntries(needs.map((name) => [name, all[name]]));
  return { scheme, credentials, ...(usesTokenUrl(scheme) && isHttpAddress(tokenUrl) && { tokenUrl }) };
}

/** By which fields of AppDirect's form each is told; two are a name and a secret. */
const fields = {
  token: ["token"],
  client: ["clientId", "clientSecret"],
  user: ["username", "password"],
} as const satisfies Record<CredentialName, readonly string[]>;

function credentialsIn(given: JsonObject): Credentials {
  const texts = Object.entries(fields).map(([name, parts]) => [name, parts.map((part) => given[part])] as const);
  return Object.fromEntries(
    texts.flatMap(([name, parts]) => (parts.every(isText) && isUsable(parts) ? [[name, parts.join(":")]] : [])),
  );
}

/** What a header can have; of a name and a secret, the name has no colon. */
function isUsable(parts: readonly string[]): boolean {
  const [name = "", secret] = parts;
  return parts.every(isHeaderText) && (secret === undefined || !name.includes(":"));
}

const isText = (value: Json | undefined): value is string => typeof value === "string" && value !== "";
