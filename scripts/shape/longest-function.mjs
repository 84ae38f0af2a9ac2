import ts from "typescript";
import { everyNode } from "./modules.mjs";

/** The function with the most lines, its head and its closing brace included: how many, and where it begins. */
export function longestFunction(modules) {
  const all = [...modules.values()].flatMap(({ name, tree }) =>
    everyNode(tree)
      .filter((node) => ts.isFunctionLike(node) && node.body !== undefined)
      .map((node) => measured(node, name, tree)),
  );
  return all.reduce((longest, one) => (one.lines > longest.lines ? one : longest), { lines: 0, place: "none" });
}

function measured(node, name, tree) {
  const first = lineAt(tree, node.getStart(tree));
  return { lines: lineAt(tree, node.end) - first + 1, place: `${name}:${first}` };
}

const lineAt = (tree, position) => tree.getLineAndCharacterOfPosition(position).line + 1;
