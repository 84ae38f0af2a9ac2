import ts from "typescript";

const others = {
  "&&": ["||"],
  "||": ["&&"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "+=": ["-="],
  "-=": ["+="],
};

/** `a < b` with another sign. */
export function signsSwapped(node) {
  if (!ts.isBinaryExpression(node)) return [];
  const sign = node.operatorToken.getText();
  return (others[sign] ?? []).map((other) => ({ node, what: `${sign} to ${other}`, text: withSign(node, other) }));
}

const withSign = ({ left, right }, sign) => {
  const text = `${left.getText()} ${sign} ${right.getText()}`;
  return sign === "||" || sign === "&&" ? `(${text})` : text;
};

/** One side of `a ?? b`, and nothing for `a?.b`. */
export function fallbacksRemoved(node) {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const sides = { "right side of ?? removed": node.left, "left side of ?? removed": node.right };
    return Object.entries(sides).map(([what, side]) => ({ node, what, text: `(${side.getText()})` }));
  }
  const isOptional = ts.isOptionalChain(node) && node.questionDotToken !== undefined;
  return isOptional ? [{ node: wholeChain(node), what: "?. always stops", text: "undefined" }] : [];
}

/** Of `a?.b` in `a?.b.c()`: all that is skipped where there is no `a`. */
const wholeChain = (node) =>
  ts.isOptionalChain(node.parent) && node.parent.expression === node ? wholeChain(node.parent) : node;
