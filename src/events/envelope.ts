import { null_, nullable, object, optional, picklist, pipe, string, title } from "valibot";
import {
  actionsOf,
  otherActionWords,
  type ResourceAction,
  resourceActions,
  type ResourceDefinition,
  typesOf,
} from "./resource.ts";
import { field } from "./schema/field.ts";
import { httpUrl, open, text, timestamp } from "./schema/scalars.ts";

const uuid = field(text, "The id of this webhook.");
const happenedAt = field(timestamp, "When it happened.");
const resourceUuid = field(text, "The id of the resource.");
const url = field(httpUrl, "The resource's REST address.");
const nothing = field(pipe(null_(), title("nothing, or null")), "The removed resource is not sent.");

const action = (words: readonly ResourceAction[]) =>
  field(picklist(words), "What happened to the resource.", { isComplete: true, otherWords: otherActionWords });

/**
 * The payload of an event: AppDirect's envelope with the resource's content in it, keys in the documented order. A
 * REMOVED resource has no content, and in both captures of 2018 no `url`. Without an action, for a payload that does
 * not say what happened.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload
 */
export function payloadSchema(definition: ResourceDefinition, happened?: ResourceAction) {
  const { schema, summary } = definition;
  const content = field(schema, summary);
  return object({
    uuid,
    timestamp: happenedAt,
    resource: object({
      type: field(picklist(typesOf(definition)), "The type of the resource."),
      uuid: resourceUuid,
      url: happened === "REMOVED" ? optional(nullable(url)) : url,
      content: happened === undefined ? optional(content) : happened === "REMOVED" ? optional(nothing) : content,
    }),
    resourceAction: action(happened === undefined ? actionsOf(definition) : [happened]),
  });
}

/** What is known of a payload whose resource is not documented. */
export const undocumentedPayloadSchema = object({
  uuid,
  timestamp: happenedAt,
  resource: object({
    type: field(string(), "The type of the resource."),
    uuid: resourceUuid,
    url: optional(nullable(url)),
    content: open,
  }),
  resourceAction: action(resourceActions),
});
