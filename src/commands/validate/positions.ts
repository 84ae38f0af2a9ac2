import type { Node } from "jsonc-parser";
import { parsePath } from "../../events/index.ts";

/** A place in a text, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Past so many characters a tree of the whole text would take too much memory. */
const longest = 16 * 1024 * 1024;

/**
 * Finds the places of payload paths in a JSON text: that of a field's name, of a list's item; for what is not there
 * that of the nearest object around it. `below` are the keys that lead to the payload. Undefined where the text is too
 * long or nested too deeply.
 */
export async function positionsIn(
  text: string,
  below: readonly string[],
): Promise<((path: string) => Position) | undefined> {
  const root = text.length > longest ? undefined : await treeOf(text);
  if (root === undefined) return undefined;
  const members = new Members();
  const lines = lineStarts(text);
  return (path) => {
    const steps = path === "" ? [] : parsePath(path).steps;
    const keys = steps.map((step) => (step.kind === "key" ? step.key : step.kind === "item" ? step.index : 0));
    return placeOf(offsetOf(root, [...below, ...keys], members), lines);
  };
}

async function treeOf(text: string): Promise<Node | undefined> {
  const { parseTree } = await import("jsonc-parser");
  try {
    return parseTree(text);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined; // it goes down by calling itself
    throw cause;
  }
}

function offsetOf(root: Node, keys: readonly (string | number)[], members: Members): number {
  let node = root;
  let { offset } = root;
  for (const key of keys) {
    const member = members.of(node, key);
    if (member === undefined) return offset;
    ({ offset } = member);
    node = member.children?.[1] !== undefined && member.type === "property" ? member.children[1] : member;
  }
  return offset;
}

/** What is directly within an object or a list; each object is gone through once. */
class Members {
  readonly #known = new Map<Node, Map<unknown, Node>>();

  of(node: Node, key: string | number): Node | undefined {
    if (typeof key === "number") return node.type === "array" ? node.children?.[key] : undefined;
    return node.type === "object" ? this.#byName(node).get(key) : undefined;
  }

  /** Of a name that is there twice the last one counts, as for JSON.parse. */
  #byName(node: Node): Map<unknown, Node> {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const named = new Map((node.children ?? []).map((member) => [member.children?.[0]?.value as unknown, member]));
    this.#known.set(node, named);
    return named;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

function placeOf(offset: number, starts: readonly number[]): Position {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
