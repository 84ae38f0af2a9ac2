// All mutants of a file: small changes, each of which some test should notice.
import ts from "typescript";
import { callsSkipped, callsSwapped } from "./operators/calls.mjs";
import { answersFlipped, negatedConditions, negationsRemoved } from "./operators/conditions.mjs";
import { fallbacksRemoved, signsSwapped } from "./operators/signs.mjs";
import { awaitsRemoved, statementsRemoved } from "./operators/statements.mjs";
import { otherValues } from "./operators/values.mjs";

/** To add one: what it makes of a node, as `{ node, what, text }` each: which node, what is done to it, what stands there. */
const operators = [
  negatedConditions,
  negationsRemoved,
  answersFlipped,
  signsSwapped,
  fallbacksRemoved,
  otherValues,
  callsSwapped,
  callsSkipped,
  statementsRemoved,
  awaitsRemoved,
];

/** `source` is that of the whole file with the mutant in it; `original` and `mutant` are the lines it is about, as one. */
export function mutantsOf(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return runningNodes(tree)
    .flatMap((node) => operators.flatMap((operator) => operator(node)))
    .map(({ node, what, text: replacement }) => {
      const [start, end] = [node.getStart(), node.end];
      const source = text.slice(0, start) + replacement + text.slice(end);
      const line = tree.getLineAndCharacterOfPosition(start).line + 1;
      const mutant = linesAround(start, start + replacement.length, source);
      return { file, line, what, original: linesAround(start, end, text), mutant, source };
    });
}

/** Without types and imports, of which nothing is left when it runs or which the compiler holds. */
function runningNodes(node) {
  if (ts.isTypeNode(node) || isDeclarationOnly(node)) return [];
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return [node, ...children.flatMap(runningNodes)];
}

const isDeclarationOnly = (node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node);

function linesAround(start, end, text) {
  const after = text.indexOf("\n", end);
  const lines = text.slice(text.lastIndexOf("\n", start - 1) + 1, after === -1 ? text.length : after);
  return lines.trim().replaceAll(/\s+/g, " ");
}
