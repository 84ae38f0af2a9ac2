import { eventNameOf } from "./names.ts";
import { parsePatterns, resourceNameOf } from "./patterns/patterns.ts";
import { actionsOf, type ResourceAction } from "./resource.ts";
import { type NamedResource, namedResources } from "./resources/index.ts";
import type { Fact } from "./schema/certainty.ts";
import { fieldRows } from "./schema/field-rows.ts";
import { notInCatalog } from "./sentences.ts";

/** An event that AppDirect documents. */
export interface CatalogEvent {
  /** `subscription.added` */
  name: string;
  action: ResourceAction;
  /** When it is sent. */
  when: Fact;
  resource: NamedResource;
}

/** What of the catalog somebody asks for. */
export type CatalogPart =
  | { kind: "event"; event: CatalogEvent }
  | { kind: "resource"; resource: NamedResource }
  | { kind: "list"; events: readonly CatalogEvent[] };

/**
 * The one event or resource that is named, else every event that the patterns fit: all of them where there are none.
 * @throws HooksError UNKNOWN_EVENT
 */
export function partOfCatalog(patterns: readonly string[]): CatalogPart {
  if (patterns.length === 0) return { kind: "list", events: namedResources.flatMap(eventsOf) };
  const all = patterns.join(",");
  const { matches } = parsePatterns(all);
  const events = namedResources.flatMap(eventsOf).filter(({ name }) => matches(name));
  const [first] = events;
  if (first === undefined) throw notInCatalog(all.trim());
  if (/[*!,]/.test(all)) return { kind: "list", events };
  return resourceNameOf(all.trim().toLowerCase()) === undefined
    ? { kind: "event", event: first }
    : { kind: "resource", resource: first.resource };
}

/** Every resource, in the order of the table. */
export const catalogResources: readonly NamedResource[] = namedResources;

/** The events of a resource, in AppDirect's order. */
export function eventsOf(resource: NamedResource): CatalogEvent[] {
  return actionsOf(resource.definition).flatMap((action) => {
    const when = resource.definition.fires[action];
    return when === undefined ? [] : [{ name: eventNameOf(resource, action), action, when, resource }];
  });
}

/** Whether nothing is documented of its content but that there is one. */
export function isUndocumented({ definition }: NamedResource): boolean {
  return fieldRows(definition.schema).length === 0;
}
