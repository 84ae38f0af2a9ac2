import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The modules of ours that the program always loads, and the library does not: what `src/main.ts` imports, directly or
 * not, and `src/index.ts` never. The two commands whose work is not loaded with what describes them are described here
 * too. Each file that Node has to open costs a start about half a millisecond, and so do ten kilobytes that it has to
 * compile.
 */
export function startModules() {
  const library = reachableFrom("src/index.ts");
  const entries = ["src/main.ts", "src/commands/listen.ts", "src/commands/replay.ts"];
  return new Set(entries.flatMap((entry) => [...reachableFrom(entry)]).filter((file) => !library.has(file)));
}

/** Tells which modules belong to a package that the program always loads. */
export function startDependencies() {
  const sources = [...reachableFrom("src/main.ts")].map((file) => readFileSync(file, "utf8")).join("\n");
  const names = Array.from(sources.matchAll(/^import (?!type )[^;]*? from "([^.:"][^:"]*)";$/gm), ([, name]) => name);
  const folders = [...new Set(names)].map((name) => join("node_modules", name, "/"));
  return (moduleId) => folders.some((folder) => moduleId.includes(folder));
}

/**
 * What goes into one chunk beyond that: what a command needs besides, and would else lie in a dozen small files. Each
 * name is a chunk's, and the first that has a module keeps it.
 */
export function sharedModules(start) {
  const listen = reachableFrom("src/commands/listen/run.ts");
  const replay = reachableFrom("src/commands/replay/run.ts");
  const generate = reachableFrom("src/commands/generate.ts");
  const json = reachableFrom("src/output/views/json.ts");
  const none = reachableFrom("src/authentication/none.ts");
  const lines = ["pretty", "line"].flatMap((name) => [...reachableFrom(`src/output/views/${name}.ts`)]);
  const groups = {
    common: [...generate].filter((file) => listen.has(file) || replay.has(file)),
    views: lines.filter((file) => !json.has(file)),
    // A session needs the view as JSON or no authentication more often than not, and a file for each costs more; so do
    // the few small files that several commands need beside that.
    session: [...listen]
      .filter((file) => replay.has(file) || file.includes("/src/delivery/"))
      .concat([...json, ...none])
      .concat(small.map((file) => resolve(`src/${file}.ts`))),
    listening: [...listen], // what other commands need of it too
  };
  const taken = new Set(start);
  return Object.entries(groups).map(([name, files]) => {
    const own = new Set(files.filter((file) => !taken.has(file)));
    for (const file of own) taken.add(file);
    return { name, files: own };
  });
}

const small = [
  "authentication/oauth2/token-url",
  "commands/replay/presenting",
  "commands/replay/targets",
  "commands/reports/open-reports",
  "commands/sentences/validating",
  "commands/sentences/watching",
  "delivery/deadline",
  "fixtures/criteria",
];

/** By imports that run; types and `import()` load nothing at the start, and of a face only what is asked of it. */
function reachableFrom(entry) {
  if (!existsSync(entry)) throw new Error(`${entry} is not there, and a chunk is made from what it imports.`);
  const reached = new Set();
  const waiting = [{ file: resolve(entry) }]; // without names: everything in it
  const done = new Set();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { file } = next;
    const names = file.endsWith("/index.ts") ? next.names : undefined; // of a face those that are asked of it
    const key = `${file} ${names?.join() ?? "*"}`;
    if (done.has(key) || !existsSync(file)) continue;
    done.add(key);
    reached.add(file);
    for (const { names: imported, from } of importsOf(readFileSync(file, "utf8"))) {
      const asked = names === undefined ? imported : imported.filter((name) => names.includes(name));
      if (imported.length === 0 || asked.length > 0) waiting.push({ file: resolve(dirname(file), from), names: asked });
    }
  }
  return reached;
}

/** `import { a, type B } from "./c.ts"`: `a` of `./c.ts`. */
function importsOf(source) {
  return Array.from(
    source.matchAll(/^(?:import|export)(?! type)([^;]*?) from "(\.[^"]+\.ts)";$/gm),
    ([, what, from]) => ({
      names: (/\{(.*)\}/s.exec(what)?.[1] ?? "")
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => name.split(" as ")[0]),
      from,
    }),
  );
}
