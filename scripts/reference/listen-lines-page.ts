import { readdirSync, readFileSync } from "node:fs";
import { commandLines, type CommandLine } from "./command-lines.ts";
import { code, codeBlock, page, table } from "./markdown.ts";

const folder = "src/listen-line";

/** Where the types are that a line has within it, from its own folder and from another. */
const formatFile = "src/fixtures/format/fixture.ts";
const partNames = ["UndeliveredEvent", "Fixture", "FixtureRequest", "RawBody"];
const samplesFile = "scripts/reference/listen-line-samples.ndjson";

/** The lines of `listen --json`, field by field, as their types and docstrings say. */
export function listenLinesPage(): string {
  const source = sourceText();
  const types = interfacesIn(source);
  const sections = [...unionIn(source, "ListenLine"), ...partNames].map((name) => {
    const one = types.find((type) => type.name === name);
    if (one === undefined) throw new Error(`${folder} has no interface ${name}.`);
    return section(one);
  });
  return page(
    "# NDJSON: the lines of `--json`",
    "Each line is one JSON object, so jq reads the output as it comes. For example, the deliveries that failed:",
    codeBlock(["npx appdirect-hooks listen --json | jq -c 'select(.type == \"delivery\" and (.delivered | not))'"]),
    "`listen --json` prints one object per line on stdout: `ready` first, `end` last. Fields without a value are left out. Times are in ms, file paths are absolute. The library exports the type as `ListenLine`. A field is never renamed and keeps its meaning. New fields and line types may be added: ignore those you do not know. In a pipe, a line may start with blanks, one for each event that `--events` hides: this is how the listener notices that its reader is gone.",
    ...sections,
    "## Other commands",
    ...commandLines.map(commandSection),
  );
}

/** The fields that each type of line is documented with. */
export function documentedFields(): ReadonlyMap<string, readonly string[]> {
  return new Map(documentedTypes().map((one) => [titleOf(one), one.fields.map(({ name }) => name)]));
}

/** Every type of line, then the types of their parts. */
export function documentedTypes(): readonly DocumentedType[] {
  return interfacesIn(sourceText());
}

/** One line of each type, as real runs printed it: paths are those of a project in /shop. */
export function sampleLines(): readonly string[] {
  return readFileSync(samplesFile, "utf8").trimEnd().split("\n");
}

/** One line of each entry of `commandLines`, in its order. */
export function commandSamples(): readonly string[] {
  return readFileSync("scripts/reference/command-line-samples.ndjson", "utf8").trimEnd().split("\n");
}

function commandSection({ command, line, doc, fields }: CommandLine, index: number): string {
  const rows = fields.map(([name, type, meaning]) => [
    code(name),
    `${code(type.replace(/\?$/, ""))}${type.endsWith("?") ? ", or missing" : ""}`,
    meaning,
  ]);
  const title = command === line ? command : `${command}: ${line}`;
  const sample = commandSamples()[index] ?? "";
  return [`### ${title}`, doc, codeBlock([sample]), table(["field", "type", "meaning"], rows)].join("\n\n");
}

function sourceText(): string {
  const files = readdirSync(folder).map((name) => `${folder}/${name}`);
  return [...files, formatFile].map((file) => readFileSync(file, "utf8")).join("\n");
}

export interface DocumentedType {
  name: string;
  doc: string;
  fields: { name: string; optional: boolean; type: string; doc: string }[];
}

export function titleOf({ name, fields }: DocumentedType): string {
  return fields.find((field) => field.name === "type")?.type.replaceAll('"', "") ?? name;
}

function section(one: DocumentedType): string {
  const { doc, fields } = one;
  const rows = fields
    .filter((field) => field.name !== "type")
    .map((field) => [code(field.name), `${code(field.type)}${field.optional ? ", or missing" : ""}`, field.doc]);
  const title = titleOf(one);
  const samples = sampleLines().filter((line) => line.startsWith(`{"type":"${title}",`));
  return [
    `## ${title}`,
    doc,
    ...(samples.length > 0 ? [codeBlock(samples)] : []),
    table(["field", "type", "meaning"], rows),
  ].join("\n\n");
}

/** The members of a union, in their order. */
function unionIn(source: string, name: string): string[] {
  const [, members = ""] = new RegExp(`export type ${name} =([^;]+);`).exec(source) ?? [];
  return members.match(/\w+/g) ?? [];
}

/** As prettier writes them: a docstring in front of each, and of each field but `type`. */
function interfacesIn(source: string): DocumentedType[] {
  const found = source.matchAll(/\/\*\* (?<doc>[^\n]*) \*\/\nexport interface (?<name>\w+) \{\n(?<body>.*?)\n\}/gs);
  return Array.from(found, ({ groups: { name = "", doc = "", body = "" } = {} }) => ({
    name,
    doc,
    fields: fieldsIn(body, name),
  }));
}

function fieldsIn(body: string, owner: string): DocumentedType["fields"] {
  const found = body.matchAll(/(?: {2}\/\*\* (?<doc>[^\n]*) \*\/\n)? {2}(?<name>\w+)(?<mark>\??):\s+(?<type>[^;]*);/g);
  return Array.from(found, ({ groups: { doc = "", name = "", mark = "", type = "" } = {} }) => {
    if (doc === "" && name !== "type") throw new Error(`${owner}.${name} has no docstring in ${folder}.`);
    const inOneLine = type.replaceAll(/\s+/g, " ").replace(/^\| /, "");
    return { name, optional: mark === "?", type: inOneLine.replace(/^readonly |^Readonly<(.*)>$/, "$1"), doc };
  });
}
