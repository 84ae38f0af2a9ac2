import type { GenericSchema } from "valibot";
import {
  hasEntries,
  hasItem,
  isOpen,
  isPicklist,
  isRecord,
  mayBeMissing,
  mayBeNull,
  unwrapped,
} from "../../../src/events/schema/kinds.ts";
import { fieldWords } from "../field-words.ts";
import { shapeName } from "../named-shapes.ts";

/** What a schema's values are, as a TypeScript type: named objects by their name, of which `used` is told. */
function typeOf(schema: GenericSchema, used: (name: string) => void): string {
  const bare = unwrapped(schema);
  const text = bareType(bare, used);
  return mayBeNull(schema) && bare.type !== "null" && bare.type !== "unknown" ? `${text} | null` : text;
}

function bareType(schema: GenericSchema, used: (name: string) => void): string {
  const name = shapeName(schema);
  if (name === undefined) return plainType(schema, used);
  used(name);
  return name;
}

/** An object in full, whether or not it has a name. */
export function plainType(schema: GenericSchema, used: (name: string) => void): string {
  if (hasEntries(schema)) return objectType(schema, used);
  if (hasItem(schema)) return `(${typeOf(schema.item, used)})[]`;
  if (isRecord(schema)) return recordType(schema, used);
  if (isPicklist(schema)) return schema.options.map((word) => JSON.stringify(word)).join(" | ");
  if (schema.type === "unknown") used("Json");
  return scalarType(schema);
}

function objectType(
  schema: GenericSchema & { entries: Readonly<Record<string, GenericSchema>> },
  used: (name: string) => void,
): string {
  const fields = Object.entries(schema.entries).map(([name, entry]) => fieldLine(name, entry, used));
  if (isOpen(schema)) used("JsonObject");
  if (fields.length === 0) return "JsonObject";
  return `{\n${fields.join("\n")}\n}${isOpen(schema) ? " & JsonObject" : ""}`;
}

function fieldLine(name: string, schema: GenericSchema, used: (name: string) => void): string {
  const words = fieldWords(schema);
  const line = `${name}${mayBeMissing(schema) ? "?" : ""}: ${typeOf(schema, used)};`;
  return words === "" ? line : `${docstring(words)}\n${line}`;
}

function recordType({ value }: { value: GenericSchema }, used: (name: string) => void): string {
  if (unwrapped(value).type !== "unknown") return `{ [key: string]: ${typeOf(value, used)} }`;
  used("JsonObject");
  return "JsonObject";
}

function scalarType(schema: GenericSchema): string {
  if ("options" in schema && Array.isArray(schema.options)) {
    return schema.options.map((option: GenericSchema) => scalarType(option)).join(" | ");
  }
  const text = scalarTypes[schema.type];
  if (text === undefined) throw new Error(`A schema of type ${schema.type} has no TypeScript type yet.`);
  return text;
}

const scalarTypes: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  null: "null",
  unknown: "Json",
};

const longestLine = 112;

/** Words as a docstring, in lines that fit. */
export function docstring(words: string): string {
  if (words.length <= longestLine) return `/** ${words} */`;
  const lines = words.split(" ").reduce<string[]>((before, word) => {
    const last = before.at(-1);
    if (last === undefined || last.length + word.length >= longestLine) return [...before, word];
    return [...before.slice(0, -1), `${last} ${word}`];
  }, []);
  return `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */`;
}
