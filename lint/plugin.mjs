// What oxlint's own rules cannot say of our house rules.
import { posix } from "node:path";
import { reasonAgainst } from "./who-may-import-whom.mjs";

export default {
  meta: { name: "house" },
  rules: {
    "who-may-import-whom": { create: whoMayImportWhom },
    "no-present-time": { create: noPresentTime },
    "no-system-default": { create: noSystemDefault },
  },
};

function whoMayImportWhom(context) {
  const from = pathBelowSource(context.filename);
  if (from === undefined) return {};
  const check = (node, source, typeOnly) => {
    if (typeof source?.value !== "string" || !source.value.startsWith(".")) return;
    const to = posix.join(posix.dirname(from), source.value);
    const message = to.startsWith("..") ? undefined : reasonAgainst({ from, to, typeOnly });
    if (message !== undefined) context.report({ node, message });
  };
  return {
    ImportDeclaration: (node) => check(node, node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
    ImportExpression: (node) => check(node, node.source, false),
    TSImportType: (node) => check(node, node.source, true),
  };
}

function pathBelowSource(filename) {
  const [, ...below] = filename.replaceAll("\\", "/").split(/\/src\/(?!.*\/src\/)/);
  return below.length === 0 ? undefined : below.join("/");
}

/** `new Date()` is the present, which comes from the Clock; `new Date(value)` is a value like any other. */
function noPresentTime(context) {
  const report = (node) =>
    context.report({ node, message: "The present time comes from the Clock that is passed in." });
  return {
    NewExpression: (node) => isDate(node.callee) && node.arguments.length === 0 && report(node),
    CallExpression: (node) => isDate(node.callee) && report(node),
  };
}

const isDate = (callee) => callee.type === "Identifier" && callee.name === "Date";

/** Whoever may choose the system's clock or randomness leaves no choice to a caller who forgets to pass one. */
function noSystemDefault(context) {
  const message = "Only main.ts and index.ts choose the system's; take the Clock and the Random that are passed in.";
  const isSystem = ({ imported }) => imported?.name === "systemClock" || imported?.name === "systemRandom";
  return {
    ImportDeclaration: (node) => {
      for (const specifier of node.specifiers.filter(isSystem)) context.report({ node: specifier, message });
    },
  };
}
