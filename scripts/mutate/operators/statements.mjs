import ts from "typescript";

/** A call whose result nobody reads, and a `return` or `throw` before the end, gone. */
export function statementsRemoved(node) {
  if (ts.isExpressionStatement(node) && isCall(node.expression)) return [{ node, what: "call removed", text: ";" }];
  const leaves = ts.isReturnStatement(node) || ts.isThrowStatement(node);
  if (!leaves || !isEarly(node)) return [];
  return [{ node, what: `${ts.isReturnStatement(node) ? "return" : "throw"} removed`, text: ";" }];
}

function isCall(node) {
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return isCall(node.expression);
  return ts.isCallExpression(node);
}

/** Below an `if`, a loop, a `catch`. */
function isEarly(node) {
  const outer = ts.isBlock(node.parent) ? node.parent.parent : node.parent;
  return !ts.isFunctionLike(outer) && !ts.isSourceFile(outer);
}

/** `await a` by `a`. */
export const awaitsRemoved = (node) =>
  ts.isAwaitExpression(node) ? [{ node, what: "await removed", text: node.expression.getText() }] : [];
