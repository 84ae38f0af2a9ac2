// The modules below a folder, and what each of them imports.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import ts from "typescript";

/** By name, which is the path below the folder: `events/names.ts`. Throws where the folder or an import cannot be read. */
export function modulesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
  const modules = new Map(names.map((name) => [name, parsed(name, readFileSync(join(folder, name), "utf8"))]));
  for (const { name, imports } of modules.values()) {
    const missing = imports.find((one) => !modules.has(one));
    if (missing !== undefined) throw new Error(`${name} imports ${missing}, which is not there.`);
  }
  return modules;
}

/** `imports` are those that are loaded with the module; what its code imports later is none of them. */
function parsed(name, text) {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const own = importsOf(tree).filter((path) => path.startsWith(".") && path.endsWith(".ts"));
  return { name, tree, imports: own.map((path) => posix.join(posix.dirname(name), path)) };
}

/** Of values alone: types are gone before anything runs. */
export function importsOf(tree) {
  return tree.statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .filter((statement) => statement.moduleSpecifier !== undefined && !isOfTypes(statement))
    .map((statement) => statement.moduleSpecifier.text);
}

/** `import type …` and `export type …`. A list of nothing but types loads the module all the same (verbatimModuleSyntax). */
function isOfTypes(statement) {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
  return clause?.isTypeOnly === true;
}

export function everyNode(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return [node, ...children.flatMap(everyNode)];
}
