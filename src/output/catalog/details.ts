import { type CatalogEvent, eventsOf, type FieldRow, type Json, type NamedResource } from "../../events/index.ts";
import { columns, wrapped } from "../columns.ts";
import { prettyJson } from "../printable.ts";
import type { CatalogViewSurroundings } from "./event-list.ts";
import { fieldLines } from "./field-table.ts";
import { factText, shapeSentence } from "./words.ts";

/** One event of the catalog, or one resource where `event` is missing. */
export interface CatalogDetails {
  resource: NamedResource;
  event?: CatalogEvent;
  /** Of the payload, or of the resource's content. */
  fields: readonly FieldRow[];
  /** Missing where none can be made up. */
  sample?: Json;
}

/** What is known of it: facts, what is not certain, its fields, a sample. */
export function catalogDetails(details: CatalogDetails, surroundings: CatalogViewSurroundings): string {
  const { resource, event, fields, sample } = details;
  const { theme, width } = surroundings;
  const { summary, uncertain = [] } = resource.definition;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", theme.strong(title), ...lines.map((line) => `  ${line}`)];
  const inner = { theme, width: width - 2 };
  const what = event === undefined ? "resource.content" : "the payload";
  return `${[
    theme.strong(event?.name ?? resource.name),
    ...wrapped(summary, width),
    "",
    ...columns(
      facts(details).map(([name, text]) => [theme.faint(name), text] as const),
      width,
    ),
    ...section("Events", event === undefined ? eventLines(resource, inner) : []),
    ...section(
      "Not certain",
      uncertain.flatMap((text) => listed(text, inner.width)),
    ),
    ...section(`Fields of ${what}`, fields.length === 0 ? [noFields] : fieldLines(fields, inner)),
    "",
    theme.strong(`Sample of ${what} (generated)`),
  ].join("\n")}\n${sample === undefined ? "  No sample yet.\n" : prettyJson(sample)}`;
}

const noFields = "No fields are documented.";

function facts({ resource, event }: CatalogDetails): (readonly [string, string])[] {
  const { type, typeCertainty, otherTypes = [], url, source } = resource.definition;
  const types = [type, ...otherTypes].join(" or ");
  return [
    ...(event === undefined ? [] : [["sent", factText(event.when)] as const]),
    ["type", factText({ text: types, certainty: typeCertainty })],
    ["url", url === undefined ? "Not documented." : factText(url)],
    ["content", event?.action === "REMOVED" ? "None, or null." : shapeSentence(resource)],
    ["source", source],
  ];
}

function eventLines(resource: NamedResource, { theme, width }: CatalogViewSurroundings): string[] {
  return columns(
    eventsOf(resource).map((event) => [theme.name(event.name), factText(event.when)] as const),
    width,
  );
}

function listed(text: string, width: number): string[] {
  return wrapped(text, width - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
}
