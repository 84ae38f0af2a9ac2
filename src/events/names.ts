import { HooksError } from "../errors.ts";
import { actionsOf, type ResourceAction, type ResourceDefinition } from "./resource.ts";
import { type NamedResource, namedResources, resourceNamed } from "./resources/index.ts";

/** Every event that AppDirect documents, in the order of the table: `user.added`, `user.changed`, … */
export const eventNames: readonly string[] = namedResources.flatMap(namesOf);

const generatable = namedResources.filter(({ definition }) => definition.sample !== undefined);

/** The events that can be made up, and their resources. */
export const generatableEventNames: readonly string[] = generatable.flatMap(namesOf);
const generatableResourceNames: readonly string[] = generatable.map(({ name }) => name);

/** `user.added` as the two parts that it has in a payload; undefined where AppDirect documents no such event. */
export function eventNamed(name: string): { definition: ResourceDefinition; action: ResourceAction } | undefined {
  const [resource = "", ending] = name.split(".");
  const definition = resourceNamed(resource);
  const action = definition && actionsOf(definition).find((one) => one.toLowerCase() === ending);
  return definition && action && { definition, action };
}

function namesOf({ name, definition }: NamedResource): string[] {
  return actionsOf(definition).map((action) => `${name}.${action.toLowerCase()}`);
}

export function cannotMakeUp(eventName: string): HooksError {
  const possible = generatableResourceNames.map((name) => `${name}.*`).join(", ");
  return new HooksError("UNKNOWN_EVENT", {
    message: `appdirect-hooks cannot make up ${eventName} yet: it has no sample for it.`,
    hint: `It can make up ${possible}.`,
  });
}
