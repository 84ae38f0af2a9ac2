import { isObject, type Json, type JsonObject } from "./json.ts";
import { actionsOf } from "./resource.ts";
import { resourceOfType } from "./resources/index.ts";

/** The JSON of an event, parsed from the body: AppDirect's envelope, or any JSON from another sender. */
export type Payload = Json;

/** Facts in a payload's envelope. A field that does not have the documented form is left out. */
export interface EventDescription {
  /**
   * `subscription.changed`, also if the type is another of the resource's (`LEAD`); `unknown` for JSON that is not a
   * webhook. Only [a-z0-9_.]: safe in a file name.
   */
  name: string;
  /** Whether AppDirect documents this resource with this action. */
  known: boolean;
  /** The webhook's id, if it has 8 to 64 letters, digits, `-` or `_`. */
  uuid?: string;
  /** When it happened, epoch milliseconds. */
  timestamp?: number;
  resourceType?: string;
  resourceUuid?: string;
  content?: JsonObject;
}

const nameable = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const usableUuid = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

/** The uuid that `describeEvent` tells, alone. */
export function uuidOf(payload: Payload): string | undefined {
  return isObject(payload) ? usableText(payload["uuid"]) : undefined;
}

function usableText(uuid: Json | undefined): string | undefined {
  return typeof uuid === "string" && usableUuid.test(uuid) ? uuid : undefined;
}

/** What the events of one resource have in common, and no others; undefined where a payload does not name its resource. */
export function resourceKeyOf(payload: Payload): string | undefined {
  const resource = isObject(payload) ? payload["resource"] : undefined;
  const uuid = isObject(resource) ? resource["uuid"] : undefined;
  if (!isObject(resource) || (typeof uuid !== "string" && typeof uuid !== "number")) return undefined;
  const { type } = resource;
  return `${typeof type === "string" ? type : ""} ${uuid}`;
}

/** Reads the envelope; never throws, whatever came. */
export function describeEvent(payload: Payload): EventDescription {
  if (!isObject(payload)) return { name: "unknown", known: false };
  const resource = isObject(payload["resource"]) ? payload["resource"] : {};
  const { timestamp } = payload;
  const uuid = usableText(payload["uuid"]);
  const { uuid: resourceUuid, content } = resource;
  const type = nameableText(resource["type"]);
  const action = nameableText(payload["resourceAction"]);
  const description: EventDescription = nameEvent(type, action);
  if (uuid !== undefined) description.uuid = uuid;
  if (typeof timestamp === "number" && Number.isFinite(timestamp)) description.timestamp = timestamp;
  if (type !== undefined) description.resourceType = type;
  if (typeof resourceUuid === "string") description.resourceUuid = resourceUuid;
  if (isObject(content)) description.content = content;
  return description;
}

function nameEvent(type: string | undefined, action: string | undefined): { name: string; known: boolean } {
  if (type === undefined || action === undefined) return { name: "unknown", known: false };
  const resource = resourceOfType(type);
  const name = `${resource?.name ?? type}.${action}`.toLowerCase();
  return { name, known: resource !== undefined && actionsOf(resource.definition).some((one) => one === action) };
}

function nameableText(value: Json | undefined): string | undefined {
  return typeof value === "string" && nameable.test(value) ? value : undefined;
}
