// Which tests should notice a change of a module: those of its own folder of `test` that load it, and contracts.
import { posix } from "node:path";
import ts from "typescript";
import { everyNode, importsOf } from "../shape/modules.mjs";

/**
 * `sources` has the text of every file below `src` and `test`. Of a module: first `near`, those that import it, bear its
 * name or else that of its folder, then `far`, all others that load it.
 */
export function testsBy(sources) {
  const imports = new Map([...sources].map(([file, text]) => [file, importedFiles(file, text)]));
  const tests = [...sources.keys()].filter((file) => file.endsWith(".test.ts"));
  const loaded = new Map(tests.map((test) => [test, loadedWith(test, imports)]));
  return (module) => {
    const loading = tests.filter((test) => loaded.get(test).has(module) && isMeant(test, module, imports));
    const named = namedAfter(module.replace(/\.ts$/, ""), loading);
    const near = loading.filter((test) => named.includes(test) || imports.get(test).includes(module));
    return { near, far: loading.filter((test) => !near.includes(test)) };
  };
}

/** Late imports too, and not those of types. */
function importedFiles(file, text) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const paths = [...importsOf(tree), ...lateImportsOf(tree)].filter((path) => path.startsWith("."));
  return paths.map((path) => posix.join(posix.dirname(file), path));
}

const lateImportsOf = (tree) =>
  everyNode(tree)
    .filter((node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    .flatMap((node) => (ts.isStringLiteral(node.arguments[0]) ? [node.arguments[0].text] : []));

function loadedWith(test, imports) {
  const loaded = new Set([test]);
  for (const file of loaded) for (const imported of imports.get(file) ?? []) loaded.add(imported);
  return loaded;
}

function isMeant(test, module, imports) {
  const [, folder] = module.split("/");
  if (test.startsWith(`test/${folder}/`)) return true;
  return test.startsWith("test/contracts/") && imports.get(test).some((file) => file.startsWith(`src/${folder}/`));
}

/** `src/a/b` has `test/a/b.test.ts` and `test/a/b-later.test.ts`; where neither is there, what `src/a` has. */
function namedAfter(path, tests) {
  const named = tests.filter((test) => test.startsWith(path.replace(/^src\//, "test/")));
  return named.length > 0 || !path.includes("/") ? named : namedAfter(posix.dirname(path), tests);
}
