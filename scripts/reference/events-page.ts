import {
  type CatalogEvent,
  catalogResources,
  eventsOf,
  type Fact,
  type FieldRow,
  fieldRows,
  type NamedResource,
} from "../../src/events/index.ts";
import { isBlank } from "../../src/output/catalog/field-table.ts";
import { factText, shapeSentence, shapeWord } from "../../src/output/catalog/words.ts";
import { code, codeBlock, page, plain, table } from "./markdown.ts";

/** Every event, and of each resource what is known of it. */
export function eventsPage(): string {
  return page(
    "# Events",
    "What AppDirect sends, as far as its documentation says: every event, when it is sent, and the fields of its content. The same in a terminal, with a sample:",
    codeBlock(["npx appdirect-hooks events", "npx appdirect-hooks events subscription.added"]),
    "What all events have in common is in [what AppDirect sends and promises](appdirect.md). AppDirect may still send events, fields and values that are not on this page.",
    labels,
    "## All events",
    table(["event", "sent", "content"], catalogResources.flatMap(eventsOf).map(eventRow)),
    ...catalogResources.map(section),
    "## For programs",
    programs,
    codeBlock(["npx appdirect-hooks events --json"]),
    table(["field", "holds"], jsonFields),
  );
}

const labels = `## How sure it is

| where | word | means |
| --- | --- | --- |
| content | documented | AppDirect's page on the webhook has the fields |
| content | from REST API | the fields are those of the same resource in AppDirect's REST API; single fields that are only from there are marked |
| content | inferred | the fields are our conclusion; no page has them |
| content | not documented | no page that we know of lists its fields: any object is valid |
| a sentence | (inferred) | our conclusion; no page says so |
| a sentence | (seen) | it was in a captured payload or in public code; no page says so |

Everything without such a word is documented. Content is sent with \`ADDED\` and \`CHANGED\`; \`REMOVED\` has none, or \`null\`. A field may be missing only if its type says so.`;

function eventRow({ name, when, resource }: CatalogEvent): string[] {
  return [`[${code(name)}](#${resource.name})`, said(when), shapeWord(resource)];
}

function section(resource: NamedResource): string {
  const { type, otherTypes = [], typeCertainty, summary, source, url, uncertain = [] } = resource.definition;
  const types = [type, ...otherTypes].map(code).join(" or ");
  const rows = fieldRows(resource.definition.schema);
  return [
    `## ${resource.name}`,
    plain(summary),
    [
      `- Type: ${types}${typeCertainty === "documented" ? "" : ` (${typeCertainty})`}`,
      `- Address: ${url === undefined ? "Not documented." : `\`${url.text}\`${url.certainty === "documented" ? "" : ` (${url.certainty})`}`}`,
      `- Content: ${shapeSentence(resource)}`,
      `- Source: <${source}>`,
      ...eventsOf(resource).map(({ name, when }) => `- ${code(name)}: ${said(when)}`),
    ].join("\n"),
    ...(uncertain.length === 0 ? [] : ["Not certain:", uncertain.map((text) => `- ${text}`).join("\n")]),
    ...fieldParts(rows),
  ].join("\n\n");
}

/** A table of them, and below it the words of those that hold one of several: they would make its rows endless. */
function fieldParts(rows: readonly FieldRow[]): string[] {
  if (rows.length === 0) return [];
  const words = rows.flatMap(({ path, values = [] }) =>
    values.length > 1 ? [`- ${code(path)}: ${values.map(code).join(", ")}`] : [],
  );
  return [
    table(
      ["field", "type", "meaning"],
      rows.map((row) => [code(row.path), typeText(row, rows), meaningOf(row)]),
    ),
    ...(words.length === 0 ? [] : ["The values:", words.join("\n")]),
  ];
}

function typeText(row: FieldRow, all: readonly FieldRow[]): string {
  const same = row.sameAs === undefined ? "" : `, as ${code(row.sameAs)}`;
  const blank = isBlank(row, all) ? ", not documented further" : "";
  return `${row.type}${row.isOptional ? ", or missing" : ""}${same}${blank}`;
}

function meaningOf({ meaning, certainty }: FieldRow): string {
  return [plain(meaning), certainty === undefined ? "" : `(${certainty})`].filter((part) => part !== "").join(" ");
}

const said = (fact: Fact) => plain(factText(fact));

const programs =
  "With `--json` each event is one line. For one event or resource (`events subscription.added --json`) the output is one object that also has `fields` and `sample`. These fields are never renamed and keep their meaning; more may be added. Unknown facts are left out.";

const jsonFields = [
  [
    "`event`, `resource`, `action`",
    "`subscription.added`, `subscription`, `ADDED`; a resource has `events`, a list, instead of `event` and `action`",
  ],
  ["`when`, `whenCertainty`", "a sentence; `documented`, `seen` or `inferred`"],
  ["`type`, `typeCertainty`, `otherTypes`", "the value of `resource.type`; others that may mean the same"],
  ["`url`, `urlCertainty`", "path and query of `resource.url`, names in braces"],
  ["`source`", "the address of AppDirect's page"],
  ["`shape`", "`documented`, `from the REST API` or `inferred`: where the content's fields come from"],
  ["`open`", "whether no field of the content is documented: any object is valid"],
  ["`summary`, `uncertain`", "for one event or resource: what it is; what is not known about it, one sentence each"],
  [
    "`fields`",
    "for an event the fields of its payload, for a resource those of its content: `path`, `type`, `values` (the documented words), `meaning`, `certainty` (where it differs from `shape`), `optional` (it may be missing), `open` (there may be more fields in it), `sameAs` (the path of an earlier field with the same fields)",
  ],
  ["`sample`", "a generated payload (for a resource, its content); the same each time"],
];
