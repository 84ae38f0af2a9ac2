import { afterComma, afterSpace, endOfString, endOfValue, stringIn } from "./spans.ts";
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
  collect(text, afterSpace(text, 0), treeOf(edits), splices);
  return spliced(text, splices);
}

/** What is written at these places, of those that are there; the same walk. */
export function textsAt(text: string, places: readonly Place[]): string[] {
  const splices: Splice[] = [];
  collect(text, afterSpace(text, 0), treeOf(places.map((place) => ({ place, text: "" }))), splices);
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

/** Each value is read once, however deep the places are. Returns where it ends. */
function collect(text: string, start: number, { edit, below }: EditTree, splices: Splice[]): number {
  if (edit?.text !== undefined) {
    const end = endOfValue(text, start);
    splices.push({ start, end, text: edit.text });
    return end;
  }
  if (text[start] === "{") return collectInMembers(text, start, below, splices);
  if (text[start] === "[") return collectInItems(text, start, below, splices);
  return endOfValue(text, start);
}

function collectInItems(text: string, start: number, below: EditTree["below"], splices: Splice[]): number {
  let position = afterSpace(text, start + 1);
  for (let index = 0; text[position] !== "]"; index += 1) {
    const node = below.get(index);
    const end = node === undefined ? endOfValue(text, position) : collect(text, position, node, splices);
    position = afterComma(text, end);
  }
  return position + 1;
}

function collectInMembers(text: string, start: number, below: EditTree["below"], splices: Splice[]): number {
  let position = afterSpace(text, start + 1);
  let keptEnd = start + 1;
  let keptAny = false;
  let gone = false;
  while (text[position] !== "}") {
    const keyEnd = endOfString(text, position);
    const valueStart = afterSpace(text, afterSpace(text, keyEnd) + 1);
    const node = below.get(stringIn(text.slice(position, keyEnd)));
    if (node?.edit !== undefined && node.edit.text === undefined) {
      gone = true;
      position = afterComma(text, endOfValue(text, valueStart));
      continue;
    }
    if (gone) splices.push({ start: keptEnd, end: position, text: keptAny ? "," : "" });
    gone = false;
    keptAny = true;
    keptEnd = node === undefined ? endOfValue(text, valueStart) : collect(text, valueStart, node, splices);
    position = afterComma(text, keptEnd);
  }
  if (gone) splices.push({ start: keptEnd, end: position, text: "" });
  return position + 1;
}
