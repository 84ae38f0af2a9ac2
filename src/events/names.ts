import { actionsOf, type ResourceAction, type ResourceDefinition } from "./resource.ts";
import { type NamedResource, namedResources } from "./resources/index.ts";

/** The two parts that an event's name has in a payload. */
export interface NamedEvent {
  definition: ResourceDefinition;
  action: ResourceAction;
}

const namedEvents: ReadonlyMap<string, NamedEvent> = new Map(namedResources.flatMap(eventsOf));

/** Every event that AppDirect documents, in the order of the table: `user.added`, `user.changed`, … */
export const eventNames: readonly string[] = [...namedEvents.keys()];

/** Undefined where AppDirect documents no event that is called exactly so. */
export function eventNamed(name: string): NamedEvent | undefined {
  return namedEvents.get(name);
}

/** `user.added` */
export function eventNameOf({ name }: NamedResource, action: ResourceAction): string {
  return `${name}.${action.toLowerCase()}`;
}

function eventsOf(resource: NamedResource): [name: string, event: NamedEvent][] {
  const { definition } = resource;
  return actionsOf(definition).map((action) => [eventNameOf(resource, action), { definition, action }]);
}
