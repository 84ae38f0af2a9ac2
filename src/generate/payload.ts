import { cannotMakeUp, eventNamed, isObject, type JsonObject, type Story } from "../events/index.ts";

/**
 * AppDirect's envelope around a resource as it stands in the story, keys in the documented order; REMOVED has no content.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload
 * @throws HooksError UNKNOWN_EVENT for an event without a sample.
 */
export function generatePayload(eventName: string, story: Story): JsonObject {
  const event = eventNamed(eventName);
  const sample = event?.definition.sample?.(story);
  if (event === undefined || sample === undefined) throw cannotMakeUp(eventName);
  const { definition, action } = event;
  const { uuid, path, content } = sample;
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
