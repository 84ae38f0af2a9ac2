import { expect, test } from "vitest";
import {
  documentedTypes,
  sampleLines,
  titleOf,
  type DocumentedType,
} from "../../scripts/reference/listen-lines-page.ts";

const types = documentedTypes();
const lineTypes = types.filter(({ fields }) => fields.some(({ name }) => name === "type")).map(titleOf);
const samples = sampleLines().map((line) => ({ line, parsed: objectIn(line) }));

test("every type of line has one sample", () => {
  expect(samples.map(({ parsed }) => String(parsed["type"])).toSorted()).toEqual(lineTypes.toSorted());
});

test.each(samples)("has only documented fields, and all that are never missing: $line", ({ parsed }) => {
  expect(differences(parsed, String(parsed["type"]))).toEqual([]);
});

test("no sample has a path of the machine that it was made on", () => {
  expect(samples.filter(({ line }) => /\/(tmp|home|root|Users)\//.test(line))).toEqual([]);
});

/** What an object, and the objects in it, have too much or too little for their documented types. */
function differences(value: Record<string, unknown>, title: string): string[] {
  const fields = typeNamed(title).fields;
  const unknown = Object.keys(value).filter((field) => fields.every(({ name }) => name !== field));
  const missing = fields.filter(({ name, optional }) => !optional && !Object.hasOwn(value, name));
  return [
    ...unknown.map((field) => `${title}.${field} is not documented`),
    ...missing.map(({ name }) => `${title}.${name} is missing`),
    ...fields.flatMap(({ name, type }) => partsOf(value[name]).flatMap((part) => differencesOfPart(part, type))),
  ];
}

/** `UndeliveredEvent[]` and `Fixture` have a section of their own, other types have none. */
function differencesOfPart(part: Record<string, unknown>, type: string): string[] {
  const title = type.replace("[]", "");
  return types.some((one) => titleOf(one) === title) ? differences(part, title) : [];
}

function typeNamed(title: string): DocumentedType {
  const found = types.find((one) => titleOf(one) === title);
  if (found === undefined) throw new Error(`${title} has no section.`);
  return found;
}

function partsOf(value: unknown): Record<string, unknown>[] {
  return [value].flat().filter(isRecord);
}

function objectIn(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value)) throw new Error(`${line} is not an object.`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
