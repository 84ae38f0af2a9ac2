import { itemSpans, memberSpans, rootSpan, type MemberSpan, type Span } from "./spans.ts";
import { type Splice, spliced } from "./splice.ts";

/** Keys and item numbers from the root. */
export type Place = readonly (string | number)[];

/** What is written at a place instead; without `text` the member goes. */
export interface PlaceEdit {
  place: Place;
  text?: string;
}

/**
 * A JSON text with other values at places that are there; all else keeps its characters. One walk, however many places. A
 * place within another is as deep as the call stack allows.
 */
export function editText(text: string, edits: readonly PlaceEdit[]): string {
  if (edits.length === 0) return text;
  const splices: Splice[] = [];
  collect(text, rootSpan(text), treeOf(edits), splices);
  return spliced(text, splices);
}

/** What is written at these places, of those that are there; the same walk. */
export function textsAt(text: string, places: readonly Place[]): string[] {
  const splices: Splice[] = [];
  collect(text, rootSpan(text), treeOf(places.map((place) => ({ place, text: "" }))), splices);
  return splices.map(({ start, end }) => text.slice(start, end));
}

interface EditTree {
  edit?: PlaceEdit;
  below: Map<string | number, EditTree>;
}

function treeOf(edits: readonly PlaceEdit[]): EditTree {
  const root: EditTree = { below: new Map() };
  for (const edit of edits) {
    let node = root;
    for (const step of edit.place) {
      const next = node.below.get(step) ?? { below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    node.edit = edit;
  }
  return root;
}

function collect(text: string, there: Span, { edit, below }: EditTree, splices: Splice[]): void {
  if (edit?.text !== undefined) return void splices.push({ start: there.start, end: there.end, text: edit.text });
  if (text[there.start] === "{") return collectInMembers(text, there, below, splices);
  if (text[there.start] !== "[") return;
  let index = 0;
  for (const item of itemSpans(text, there)) {
    const node = below.get(index);
    if (node !== undefined) collect(text, item, node, splices);
    index += 1;
  }
}

function collectInMembers(text: string, there: Span, below: EditTree["below"], splices: Splice[]): void {
  const members = [...memberSpans(text, there)];
  const goes = ({ key }: MemberSpan) => {
    const node = below.get(key);
    return node?.edit !== undefined && node.edit.text === undefined;
  };
  const kept = members.filter((member) => !goes(member));
  if (kept.length === members.length) {
    for (const member of members) {
      const node = below.get(member.key);
      if (node !== undefined) collect(text, member, node, splices);
    }
    return;
  }
  const written = kept.map((member) => memberText(text, member, below.get(member.key)));
  splices.push({ start: there.start + 1, end: there.end - 1, text: written.join(",") });
}

function memberText(text: string, { keyStart, start, end }: MemberSpan, node: EditTree | undefined): string {
  const whole = text.slice(keyStart, end);
  if (node === undefined) return whole;
  const splices: Splice[] = [];
  collect(text, { start, end }, node, splices);
  const moved = splices.map((one) => ({ ...one, start: one.start - keyStart, end: one.end - keyStart }));
  return spliced(whole, moved);
}
