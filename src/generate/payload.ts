import { cannotMakeUp, type JsonObject, resourceNamed, type Story } from "../events/index.ts";

/**
 * AppDirect's envelope around a made-up resource, keys in the documented order; REMOVED has no content.
 * Source: developer.appdirect.com/webhooks/working-with-webhooks/payload
 * @throws HooksError UNKNOWN_EVENT for an event without a sample.
 */
export function generatePayload(eventName: string, story: Story): JsonObject {
  const [name = "", actionName] = eventName.split(".");
  const definition = resourceNamed(name);
  const action = definition?.actions.find((one) => one.toLowerCase() === actionName);
  if (definition?.sample === undefined || action === undefined) throw cannotMakeUp(eventName);
  const { uuid, path, content } = definition.sample(action, story);
  return {
    uuid: story.random.uuid(),
    timestamp: story.at.getTime(),
    resource: {
      type: definition.type,
      uuid,
      url: `${story.marketplaceUrl}${path}`,
      ...(action !== "REMOVED" && { content }),
    },
    resourceAction: action,
  };
}
