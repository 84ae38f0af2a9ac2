import type { EventDescription } from "./event.ts";
import type { KnownNames } from "./resource.ts";
import { resourceOfType } from "./resources/index.ts";
import { present } from "./text.ts";

/**
 * A few words that tell a person what an event is about ("Acme Corp", "CRM Pro"), most telling first; none where
 * nothing is known. Never throws. The words are the payload's: they may hold anything, control characters too.
 */
export function eventHeadline(description: EventDescription, names: KnownNames = () => undefined): string[] {
  const { content, resourceType, resourceUuid } = description;
  if (content === undefined) return present(names(resourceUuid ?? ""));
  return resourceOfType(resourceType ?? "")?.definition.headline(content, names) ?? [];
}

/** The names that an event tells, by id, for the headlines of later events that only have the id. */
export function namesTold(description: EventDescription): ReadonlyMap<string, string> {
  const { content, resourceType, resourceUuid } = description;
  const name = content && resourceOfType(resourceType ?? "")?.definition.nameOf?.(content);
  const ids = [resourceUuid, content?.["id"]].filter((id) => typeof id === "string" && id !== "");
  return new Map(name === undefined ? [] : ids.map((id) => [String(id), name]));
}
