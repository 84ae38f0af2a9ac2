import { documentedEvent, isObject, type JsonObject, type Story } from "../events/index.ts";

/**
 * AppDirect's envelope around a resource as it stands in the story, keys in the documented order; REMOVED has no content.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload
 * @throws HooksError UNKNOWN_EVENT for an event that AppDirect does not document.
 */
export function generatePayload(eventName: string, story: Story): JsonObject {
  const { definition, action } = documentedEvent(eventName);
  const { uuid, path, content } = definition.sample(story);
  return {
    uuid: story.random.uuid(),
    timestamp: story.at.getTime(),
    resource: {
      type: definition.type,
      uuid,
      url: `${story.marketplaceUrl}${path}`,
      ...(action !== "REMOVED" && isObject(content) && { content }),
    },
    resourceAction: action,
  };
}
