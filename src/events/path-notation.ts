import type { Json } from "./json.ts";
import { compactJson } from "./json-text/layout.ts";
import { badPath, noValue, tooManySteps } from "./sentences.ts";

/** A place in a payload, from its root: `resource.content.orderLines[*].price`. */
export interface PayloadPath {
  /** As it was written. */
  text: string;
  steps: readonly PathStep[];
}

export type PathStep = { kind: "key"; key: string } | { kind: "item"; index: number } | { kind: "every" };

/** Deeper than any documented payload, shallow enough to walk and to write out again. */
const mostSteps = 100;

/**
 * Keys separated by dots, `[n]` for an item, `[*]` for every item; a key that holds dots or brackets stands in quotes:
 * `resource["a.b"]`.
 * @throws HooksError BAD_VALUE
 */
export function parsePath(text: string): PayloadPath {
  const { steps, end } = readSteps(text, plainKey);
  if (end !== text.length) throw badPath(text);
  return { text, steps };
}

/** A value for a place. */
export interface Assignment {
  path: PayloadPath;
  /** As JSON without white space; a number has the digits that were written. */
  json: string;
}

/**
 * `path=value`: split at the first `=` that is not in quotes; the value is JSON if it parses as JSON, else a string.
 * @throws HooksError BAD_VALUE
 */
export function parseAssignment(text: string): Assignment {
  const { steps, end } = readSteps(text, keyBeforeEquals);
  if (end === text.length) throw noValue(text);
  if (text[end] !== "=") throw badPath(text);
  const written = text.slice(end + 1);
  const json = parseJson(written) === undefined ? JSON.stringify(written) : compactJson(written);
  return { path: { text: text.slice(0, end), steps }, json };
}

/** Steps as `parsePath` reads them; empty for the whole payload. */
export function pathNotation(steps: readonly PathStep[]): string {
  return steps.map(formatStep).join("").replace(/^\./, "");
}

const plainKey = /^[^.[\]]+/;
const keyBeforeEquals = /^[^.[\]=]+/;
const itemStep = /^\[(?:(\d{1,9})|(\*))\]/;
const quotedKey = /^\[(?:("(?:[^"\\]|\\.)*")|'([^']*)')\]/;

/** Reads steps as far as they go; `end` is where they stop. */
function readSteps(text: string, key: RegExp): { steps: PathStep[]; end: number } {
  const steps: PathStep[] = [];
  let end = 0;
  let found: FoundStep | undefined = readFirst(text, key);
  while (found !== undefined) {
    steps.push(found.step);
    end += found.length;
    if (steps.length > mostSteps) throw tooManySteps(text, mostSteps);
    found = readNext(text.slice(end), key, text);
  }
  return { steps, end };
}

interface FoundStep {
  step: PathStep;
  /** Characters it takes up. */
  length: number;
}

function readFirst(text: string, key: RegExp): FoundStep {
  return readBracket(text, text) ?? readKey(text, key, text);
}

function readNext(rest: string, key: RegExp, text: string): FoundStep | undefined {
  if (!rest.startsWith(".")) return readBracket(rest, text);
  const { step, length } = readKey(rest.slice(1), key, text);
  return { step, length: length + 1 };
}

function readBracket(rest: string, text: string): FoundStep | undefined {
  const item = itemStep.exec(rest);
  if (item?.[1] !== undefined) return { step: { kind: "item", index: Number(item[1]) }, length: item[0].length };
  if (item !== null) return { step: { kind: "every" }, length: item[0].length };
  const quoted = quotedKey.exec(rest);
  return quoted === null ? undefined : { step: { kind: "key", key: unquote(quoted, text) }, length: quoted[0].length };
}

function readKey(rest: string, key: RegExp, text: string): FoundStep {
  const plain = key.exec(rest)?.[0];
  if (plain === undefined || plain === "*") throw badPath(text);
  return { step: { kind: "key", key: plain }, length: plain.length };
}

function unquote([, double, single]: RegExpExecArray, text: string): string {
  if (double === undefined) return single ?? "";
  const key = parseJson(double);
  if (typeof key?.value !== "string") throw badPath(text);
  return key.value;
}

function parseJson(written: string): { value: Json } | undefined {
  try {
    const value: Json = JSON.parse(written);
    return { value };
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function formatStep(step: PathStep): string {
  if (step.kind === "item") return `[${step.index}]`;
  if (step.kind === "every") return "[*]";
  return /^[^.[\]=]+$/.test(step.key) && step.key !== "*" ? `.${step.key}` : `[${JSON.stringify(step.key)}]`;
}
