// The compiler writes declarations for all that index.ts loads; users need those that its declarations name.
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve("dist/types");
const needed = reachableFrom(join(root, "index.d.ts"));

for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && !needed.has(file)) rmSync(file);
}
removeEmptyFolders(root);

function reachableFrom(entry) {
  const reached = new Set();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...relativeImports(file));
  }
  return reached;
}

/** A declaration that names another package would break at our users', who do not have it. */
function relativeImports(file) {
  const declarations = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  const imports = declarations.matchAll(/(?:\bfrom|\bimport\(|^import)\s*"([^"]+)"/gm);
  const specifiers = Array.from(imports, (match) => match[1]);
  const own = specifiers.filter((specifier) => specifier.startsWith("."));
  const foreign = specifiers.find((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"));
  if (foreign !== undefined) throw new Error(`${file} names ${foreign} in a public type.`);
  return own.map((specifier) => join(dirname(file), specifier.replace(/\.ts$/, ".d.ts")));
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
