import ts from "typescript";

/** `true` and `false` swapped, numbers one more and one less, strings emptied. */
export function otherValues(node) {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ node, what: "true to false", text: "false" }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ node, what: "false to true", text: "true" }];
  if (ts.isNumericLiteral(node)) return isName(node) ? [] : neighbours(node);
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
  const canBeEmptied = isText && node.text !== "" && !isName(node) && !isCode(node);
  return canBeEmptied ? [{ node, what: "string emptied", text: '""' }] : [];
}

const neighbours = (node) =>
  [1, -1].map((step) => ({ node, what: `number ${step > 0 ? "+" : "-"} 1`, text: `(${Number(node.text) + step})` }));

/** The key of a property, or the module of a late import. */
const isName = (node) =>
  node.parent.name === node || (ts.isCallExpression(node.parent) && node.parent.expression.kind === importKeyword);

const importKeyword = ts.SyntaxKind.ImportKeyword;

/** Of an error: the compiler would tell. */
const isCode = (node) => ts.isNewExpression(node.parent) && node.parent.arguments?.[0] === node;
