import { cannotMakeUp, isObject, type JsonObject, resourceNamed, type Story } from "../events/index.ts";

/**
 * AppDirect's envelope around a resource as it stands in the story, keys in the documented order; REMOVED has no content.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload
 * @throws HooksError UNKNOWN_EVENT for an event without a sample.
 */
export function generatePayload(eventName: string, story: Story): JsonObject {
  const [name = "", actionName] = eventName.split(".");
  const definition = resourceNamed(name);
  const action = definition?.actions.find((one) => one.toLowerCase() === actionName);
  const sample = definition?.sample?.(story);
  if (definition === undefined || sample === undefined || action === undefined) throw cannotMakeUp(eventName);
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
