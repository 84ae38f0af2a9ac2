import type { PathStep, PayloadPath } from "../path-notation.ts";
import { pathNotation } from "../path-notation.ts";
import { cannotBeSet } from "../sentences.ts";
import { itemSpans, type MemberSpan, memberSpans, rootSpan, type Span } from "./spans.ts";
import { type Splice, spliced } from "./splice.ts";

export interface SetText {
  text: string;
  /** At how many places that were there; with none of these two the path matched nothing. */
  replaced: number;
  /** At how many places that were not there. */
  added: number;
  /** The first key that was not there, by its place in the path, and those that are beside it. */
  missing?: { step: number; beside: readonly string[] };
}

/**
 * Puts a value, written as JSON, at a path of a JSON text; all else keeps its characters. What is missing or null on the
 * way becomes an object, or a list where an item follows; `[*]` reaches the items that are there, `[n]` one of them or
 * the next that is free.
 * @throws HooksError BAD_VALUE where a step leads through a value that has no such parts.
 */
export function setInText(text: string, path: PayloadPath, value: string): SetText {
  const walk = new SettingWalk(text, path.steps, value);
  walk.place(rootSpan(text), 0);
  const { splices, replaced, added, missing } = walk;
  return { text: spliced(text, splices), replaced, added, ...(missing && { missing }) };
}

class SettingWalk {
  readonly splices: Splice[] = [];
  replaced = 0;
  added = 0;
  missing: SetText["missing"];
  readonly #text: string;
  readonly #steps: readonly PathStep[];
  readonly #value: string;

  constructor(text: string, steps: readonly PathStep[], value: string) {
    this.#text = text;
    this.#steps = steps;
    this.#value = value;
  }

  /** Goes as deep as the path. */
  place(there: Span, depth: number): void {
    const step = this.#steps[depth];
    const opening = this.#text[there.start];
    if (step === undefined) return this.#replace(there);
    if (opening === "n") return this.#add(there, depth);
    if (step.kind === "key" && opening === "{") return this.#placeAtKey(there, step.key, depth);
    if (step.kind === "item" && opening === "[") return this.#placeAtItem(there, step.index, depth);
    if (step.kind === "every" && opening === "[") {
      for (const item of itemSpans(this.#text, there)) this.place(item, depth + 1);
      return;
    }
    throw this.#blocked(there, depth);
  }

  #placeAtKey(there: Span, key: string, depth: number): void {
    const members = [...memberSpans(this.#text, there)];
    const member = members.findLast((one) => one.key === key);
    if (member !== undefined) return this.place(member, depth + 1);
    if (!this.#addAfter(there, members, depth, `${JSON.stringify(key)}:`)) return;
    this.missing ??= { step: depth, beside: members.map((one: MemberSpan) => one.key) };
  }

  #placeAtItem(there: Span, index: number, depth: number): void {
    const items = [...itemSpans(this.#text, there)];
    const item = items[index];
    if (item !== undefined) this.place(item, depth + 1);
    else if (index === items.length) this.#addAfter(there, items, depth, "");
  }

  #replace({ start, end }: Span): void {
    this.splices.push({ start, end, text: this.#value });
    this.replaced += 1;
  }

  /** In place of null. */
  #add({ start, end }: Span, depth: number): void {
    const text = this.#built(depth);
    if (text === undefined) return;
    this.splices.push({ start, end, text });
    this.added += 1;
  }

  #addAfter(there: Span, parts: readonly Span[], depth: number, before: string): boolean {
    const text = this.#built(depth + 1);
    if (text === undefined) return false;
    const position = parts.at(-1)?.end ?? there.start + 1;
    const comma = parts.length > 0 ? "," : "";
    this.splices.push({ start: position, end: position, text: `${comma}${before}${text}` });
    this.added += 1;
    return true;
  }

  /** The value within what the steps from there on name; nothing where they name an item that cannot be the first. */
  #built(depth: number): string | undefined {
    const steps = this.#steps.slice(depth);
    if (!steps.every((step) => step.kind === "key" || (step.kind === "item" && step.index === 0))) return undefined;
    return steps.reduceRight(
      (inner, step) => (step.kind === "key" ? `{${JSON.stringify(step.key)}:${inner}}` : `[${inner}]`),
      this.#value,
    );
  }

  #blocked(there: Span, depth: number): Error {
    const place = pathNotation(this.#steps.slice(0, depth)) || "the payload";
    return cannotBeSet(pathNotation(this.#steps), { place, there: inWords(this.#text.slice(there.start, there.end)) });
  }
}

function inWords(value: string): string {
  if (value.startsWith("[")) return "a list";
  if (value.startsWith("{")) return "an object";
  if (!value.startsWith('"')) return /^[-\d]/.test(value) ? `the number ${value}` : value;
  const string: string = JSON.parse(value);
  return `the string ${JSON.stringify(string.length > 40 ? `${string.slice(0, 40)}…` : string)}`;
}
