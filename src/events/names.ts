import { type NamedResource, namedResources } from "./resources/index.ts";

/** Every event that AppDirect documents, in the order of the table: `user.added`, `user.changed`, … */
export const eventNames: readonly string[] = namedResources.flatMap(namesOf);

const generatable = namedResources.filter(({ definition }) => definition.sample !== undefined);

/** The events that can be made up, and their resources. */
export const generatableEventNames: readonly string[] = generatable.flatMap(namesOf);
export const generatableResourceNames: readonly string[] = generatable.map(({ name }) => name);

function namesOf({ name, definition }: NamedResource): string[] {
  return definition.actions.map((action) => `${name}.${action.toLowerCase()}`);
}
