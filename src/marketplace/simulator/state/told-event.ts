import { isObject, type JsonObject } from "../../../events/index.ts";

/** An event as its entries share it. */
export interface ToldEvent {
  /** The payload as JSON. */
  body: string;
  /** Of the body in UTF-8. */
  bytes: number;
  /** Path and query of its resource's address, if that now answers otherwise. */
  address?: string;
}

export function toldEvent(payload: JsonObject): ToldEvent {
  const body = JSON.stringify(payload);
  const event: ToldEvent = { body, bytes: Buffer.byteLength(body) };
  const { resource, resourceAction } = payload;
  if (!isObject(resource) || typeof resource["url"] !== "string") return event;
  if (resourceAction !== "REMOVED" && resource["content"] === undefined) return event;
  return { ...event, address: pathAndQuery(resource["url"]) };
}

/** The content of a resource as a payload has it, as JSON; undefined where the event took it away. */
export function contentIn(body: string): string | undefined {
  const { resource, resourceAction } = JSON.parse(body) as JsonObject;
  if (resourceAction === "REMOVED" || !isObject(resource)) return undefined;
  return JSON.stringify(resource["content"]);
}

/** To the letter: `URL` would write some of them otherwise. */
function pathAndQuery(url: string): string {
  const [, rest = ""] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#]*)?([^#]*)/i.exec(url) ?? [];
  return rest.startsWith("/") ? rest : `/${rest}`;
}
