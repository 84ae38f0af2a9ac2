import ts from "typescript";

const others = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  find: "findLast",
  findLast: "find",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
};

/** `a.some(…)` by its counterpart. */
export function callsSwapped(node) {
  const other = others[methodOf(node)?.text];
  return other === undefined || !Object.hasOwn(others, methodOf(node).text)
    ? []
    : [{ node: methodOf(node), what: `${methodOf(node).text} to ${other}`, text: other }];
}

const removable =
  /^(?:filter|slice|subarray|trim|trimEnd|trimStart|toSorted|toReversed|toLowerCase|toUpperCase|replaceAll)$/;

/** `a.filter(…)` by `a`. */
export function callsSkipped(node) {
  const method = methodOf(node);
  if (method === undefined || !removable.test(method.text)) return [];
  return [{ node, what: `${method.text} removed`, text: node.expression.expression.getText() }];
}

const methodOf = (node) =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name : undefined;
