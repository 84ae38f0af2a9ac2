import ts from "typescript";

/** What is asked in an `if`, a loop or a `? :`, answered the other way round. */
export function negatedConditions(node) {
  const condition = conditionOf(node);
  if (condition === undefined || isMutatedByItself(condition)) return [];
  return [{ node: condition, what: "condition negated", text: `!(${condition.getText()})` }];
}

function conditionOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) || ts.isForStatement(node) ? node.condition : undefined;
}

/** `a` for `!a`. */
export function negationsRemoved(node) {
  const isNegation = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
  return isNegation ? [{ node, what: "negation removed", text: node.operand.getText() }] : [];
}

/** `!a`, and comparisons that have an opposite. */
const isMutatedByItself = (node) =>
  ts.isPrefixUnaryExpression(node) || (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText()));

const yesOrNo = /^(?:includes|startsWith|endsWith|test|has|some|every|isArray)$/;

/** What a function that says to answer yes or no returns, and what a built-in one answers, the other way round. */
export function answersFlipped(node) {
  if (ts.isReturnStatement(node) && node.expression !== undefined && answersYesOrNo(enclosingFunction(node)))
    return flipped(node.expression);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && answersYesOrNo(node)) return flipped(node.body);
  const asks = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
  return asks && yesOrNo.test(node.expression.name.text) && !isCondition(node) ? flipped(node) : [];
}

const flipped = (node) => (isPlain(node) ? [{ node, what: "answer flipped", text: `!(${node.getText()})` }] : []);

/** `true`, `false`, `!a` and `a === b` are mutated as such. */
const isPlain = (node) =>
  !isMutatedByItself(node) && node.kind !== ts.SyntaxKind.TrueKeyword && node.kind !== ts.SyntaxKind.FalseKeyword;

const isCondition = (node) =>
  conditionOf(node.parent) === node || ts.isPrefixUnaryExpression(node.parent) || ts.isReturnStatement(node.parent);

const answersYesOrNo = (node) =>
  node?.type !== undefined && (node.type.kind === ts.SyntaxKind.BooleanKeyword || ts.isTypePredicateNode(node.type));

const enclosingFunction = (node) =>
  node === undefined || ts.isFunctionLike(node) ? node : enclosingFunction(node.parent);
