import { actionsOf, type ResourceAction, type ResourceDefinition } from "./resource.ts";
import { type NamedResource, namedResources, resourceNamed } from "./resources/index.ts";

/** Every event that AppDirect documents, in the order of the table: `user.added`, `user.changed`, … */
export const eventNames: readonly string[] = namedResources.flatMap(namesOf);

/** `user.added` as the two parts that it has in a payload; undefined where AppDirect documents no such event. */
export function eventNamed(name: string): { definition: ResourceDefinition; action: ResourceAction } | undefined {
  const [resource = "", ending] = name.split(".");
  const definition = resourceNamed(resource);
  const action = definition && actionsOf(definition).find((one) => one.toLowerCase() === ending);
  return definition && action && { definition, action };
}

/** `user.added` */
export function eventNameOf({ name }: NamedResource, action: ResourceAction): string {
  return `${name}.${action.toLowerCase()}`;
}

function namesOf(resource: NamedResource): string[] {
  return actionsOf(resource.definition).map((action) => eventNameOf(resource, action));
}
