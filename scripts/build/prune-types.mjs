// The compiler writes declarations for all that index.ts loads; users need those that its declarations name.
import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

/** Asked of a file of which no name is said: all that it has. */
const everything = Symbol("everything");
const root = resolve("dist/types");
const needed = neededFrom(join(root, "index.d.ts"));

for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile()) continue;
  if (needed.has(file)) pruneFace(file, needed.get(file));
  else rmSync(file);
}
removeEmptyFolders(root);

/** The files that the public types need, each with the names that are asked of it. */
function neededFrom(entry) {
  const asked = new Map();
  const waiting = [{ file: entry }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const names = asked.get(next.file);
    if (names !== undefined && (names.has(everything) || names.has(next.name))) continue;
    asked.set(next.file, new Set([...(names ?? []), next.name ?? everything]));
    waiting.push(...askedBy(next));
  }
  return asked;
}

/** What a file asks of others: a face for one of its names no more than where that comes from. */
function askedBy({ file, name }) {
  const imports = statementsOf(file).flatMap((statement) => importsOf(statement, file));
  return isFace(file) && name !== undefined ? imports.filter((one) => one.as === name) : imports;
}

/** `{ file, name, as }` of an import or a re-export; no name where the whole file is meant. */
function importsOf(statement, file) {
  const specifier = statement.moduleSpecifier?.text;
  if (specifier === undefined) return [];
  const target = targetOf(specifier, file);
  if (target === undefined) return [];
  const list = statement.importClause?.namedBindings ?? statement.exportClause;
  if (list?.elements === undefined) return [{ file: target }];
  return list.elements.map((one) => ({ file: target, name: (one.propertyName ?? one.name).text, as: one.name.text }));
}

/** A declaration that names another package would break at our users', who do not have it. */
function targetOf(specifier, file) {
  if (specifier.startsWith("node:")) return undefined;
  if (!specifier.startsWith(".")) throw new Error(`${file} names ${specifier} in a public type.`);
  return join(dirname(file), specifier.replace(/\.ts$/, ".d.ts"));
}

function statementsOf(file) {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest).statements;
}

/** Only re-exports: the index.ts of a folder. */
function isFace(file) {
  return statementsOf(file).every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
}

/** A face keeps the names that are asked of it, for what the others come from is not there any more. */
function pruneFace(file, names) {
  if (!isFace(file) || names.has(everything)) return;
  const lines = statementsOf(file).flatMap(({ exportClause, moduleSpecifier }) => {
    const kept = exportClause.elements.filter((one) => names.has(one.name.text)).map(written);
    return kept.length === 0 ? [] : [`export type { ${kept.join(", ")} } from "${moduleSpecifier.text}";\n`];
  });
  writeFileSync(file, lines.join(""));
}

function written({ propertyName, name }) {
  return propertyName === undefined ? name.text : `${propertyName.text} as ${name.text}`;
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
