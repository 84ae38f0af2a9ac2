import { readdirSync, readFileSync } from "node:fs";
import { code, codeBlock, page, table } from "./markdown.ts";

const folder = "src/listen-line";

const example = [
  '{"type":"ready","url":"http://127.0.0.1:4747/","local":"http://127.0.0.1:4747/","pid":4711,"fixtures":"/shop/fixtures"}',
  '{"type":"event","number":1,"event":"user.added","known":true,"file":"/shop/fixtures/user.added/…json","times":1,"differs":false,"issues":0,"fixture":{…}}',
  '{"type":"delivery","number":1,"event":"user.added","uuid":"429afed8-…","file":"/shop/…","target":"http://localhost:3000/","delivered":true,"status":200,"ms":12}',
];

/** The lines of `listen --json`, field by field, as their types and docstrings say. */
export function listenLinesPage(): string {
  const source = sourceText();
  const types = interfacesIn(source);
  const sections = [...unionIn(source, "ListenLine"), "UndeliveredEvent"].map((name) => {
    const one = types.find((type) => type.name === name);
    if (one === undefined) throw new Error(`${folder} has no interface ${name}.`);
    return section(one);
  });
  return page(
    "# The lines of `listen --json`",
    "One JSON object per line, on stdout: `ready` first, `end` last. Fields without a value are left out. Times are in ms, file paths are absolute. The library exports the type as `ListenLine`. A field is never renamed and keeps its meaning. New fields and line types may be added: ignore those you do not know. In a pipe, a line may start with blanks, one for each event that `--events` hides: this is how the listener notices that its reader is gone.",
    codeBlock(example),
    ...sections,
  );
}

/** The fields that each type of line is documented with. */
export function documentedFields(): ReadonlyMap<string, readonly string[]> {
  const types = interfacesIn(sourceText());
  return new Map(types.map((one) => [titleOf(one), one.fields.map(({ name }) => name)]));
}

function sourceText(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("\n");
}

interface DocumentedType {
  name: string;
  doc: string;
  fields: { name: string; optional: boolean; type: string; doc: string }[];
}

function titleOf({ name, fields }: DocumentedType): string {
  return fields.find((field) => field.name === "type")?.type.replaceAll('"', "") ?? name;
}

function section(one: DocumentedType): string {
  const { doc, fields } = one;
  const rows = fields
    .filter((field) => field.name !== "type")
    .map((field) => [code(field.name), `${code(field.type)}${field.optional ? ", or missing" : ""}`, field.doc]);
  return [`## ${titleOf(one)}`, doc, table(["field", "type", "meaning"], rows)].join("\n\n");
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
