import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * The modules of ours that the program always loads, and the library does not: what `src/main.ts` imports, directly or
 * not, and `src/index.ts` never. Each file that Node has to open costs a start about half a millisecond.
 */
export function startModules() {
  const library = reachableFrom(resolve("src/index.ts"));
  return new Set([...reachableFrom(resolve("src/main.ts"))].filter((file) => !library.has(file)));
}

/** By imports that run; types and `import()` load nothing at the start. */
function reachableFrom(entry) {
  const reached = new Set();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !file.endsWith(".ts")) continue;
    reached.add(file);
    for (const [, from] of readFileSync(file, "utf8").matchAll(imports)) waiting.push(resolve(dirname(file), from));
  }
  return reached;
}

const imports = /^(?:import|export)(?! type)[^;]*? from "(\.[^"]+)";$/gm;
