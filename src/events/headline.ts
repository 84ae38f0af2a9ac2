import type { EventDescription } from "./event.ts";
import { isObject } from "./json.ts";
import type { KnownNames } from "./resource.ts";
import { namedResources, resourceOfType } from "./resources/index.ts";
import { present } from "./text.ts";

/**
 * A few words that tell a person what an event is about ("Acme Corp", "CRM Pro"), most telling first; the resource's
 * uuid where no more is known. Never throws. The words are the payload's: they may hold anything, control characters too.
 */
export function eventHeadline(description: EventDescription, names: KnownNames = () => undefined): string[] {
  const { content, resourceType, resourceUuid } = description;
  const resource = resourceOfType(resourceType ?? "");
  if (content === undefined) return present(resource && (names(resource.name, resourceUuid ?? "") ?? resourceUuid));
  return resource?.definition.headline(content, names) ?? [];
}

/** Where a name is kept: by resource and id. */
export const nameKey = (resource: string, id: string): string => `${resource}/${id}`;

/** The names that an event tells, by `nameKey`, for the headlines of later events that only have the id. */
export function namesTold(description: EventDescription): ReadonlyMap<string, string> {
  const { content, resourceType, resourceUuid } = description;
  const resource = resourceOfType(resourceType ?? "");
  const name = content && resource?.definition.nameOf?.(content);
  if (name === undefined || resource === undefined) return new Map();
  const ids = [resourceUuid, content?.["id"]].filter((id) => typeof id === "string" && id !== "");
  return new Map(ids.map((id) => [nameKey(resource.name, String(id)), name]));
}

/** Whose ids other resources' content holds: `company` an object with an id, `companyUuid` or `companyId` the id alone. */
const references = namedResources
  .filter(({ definition }) => definition.nameOf !== undefined)
  .flatMap(({ name }) => ["", "Id", "Uuid"].map((ending) => ({ resource: name, field: `${name}${ending}` })));

/** The names that go with ids in an event's content, where they are known: `{ company: "Acme Corp" }`. */
export function referencedNames({ content }: EventDescription, names: KnownNames): Record<string, string> {
  if (content === undefined) return {};
  const known = references.flatMap(({ resource, field }) => {
    const value = Object.hasOwn(content, field) ? content[field] : undefined;
    const id = isObject(value) ? value["id"] : value;
    const name = typeof id === "string" ? names(resource, id) : undefined;
    return name === undefined ? [] : [[field, name] as const];
  });
  return Object.fromEntries(known);
}
