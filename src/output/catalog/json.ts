import { type CatalogEvent, eventsOf, type FieldRow, isUndocumented, type NamedResource } from "../../events/index.ts";
import { jsonLine } from "../printable.ts";
import type { CatalogDetails } from "./details.ts";

// Public: a field is never renamed and keeps its meaning. docs/events.md says what they mean.

/** An event of the list as a line for programs. */
export function catalogEventJson(event: CatalogEvent): string {
  return jsonLine(eventFields(event));
}

/** One event with its payload's fields and a sample. */
export function catalogEventDetailsJson(event: CatalogEvent, { fields, sample }: CatalogDetails): string {
  const { summary, uncertain = [] } = event.resource.definition;
  return jsonLine({ ...eventFields(event), summary, uncertain, fields: fields.map(fieldJson), sample });
}

/** One resource with its events, its content's fields and a sample of that. */
export function catalogResourceJson({ resource, fields, sample }: CatalogDetails): string {
  const { summary, uncertain = [] } = resource.definition;
  const events = eventsOf(resource).map(({ name, action, when }) => ({
    event: name,
    action,
    when: when.text,
    whenCertainty: when.certainty,
  }));
  return jsonLine({
    resource: resource.name,
    ...resourceFields(resource),
    summary,
    uncertain,
    events,
    fields: fields.map(fieldJson),
    sample,
  });
}

function eventFields({ name, action, when, resource }: CatalogEvent) {
  return {
    event: name,
    resource: resource.name,
    action,
    when: when.text,
    whenCertainty: when.certainty,
    ...resourceFields(resource),
  };
}

function resourceFields(resource: NamedResource) {
  const { type, typeCertainty, otherTypes = [], url, source, shape } = resource.definition;
  return {
    type,
    typeCertainty,
    otherTypes,
    ...(url !== undefined && { url: url.text, urlCertainty: url.certainty }),
    source,
    shape,
    open: isUndocumented(resource),
  };
}

function fieldJson({ path, type, values, meaning, certainty, isOptional, isOpen, sameAs }: FieldRow) {
  return { path, type, values, meaning, certainty, optional: isOptional, open: isOpen, sameAs };
}
