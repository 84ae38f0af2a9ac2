// How many bytes `sample` alone adds to a program that is bundled, minified. Usage: node bench/sample-size.mjs, built before
import { resolve } from "node:path";
import { rolldown } from "rolldown";

const entry = "sample-alone.js";
const library = resolve("dist/index.js");

const bundle = await rolldown({
  input: entry,
  platform: "node",
  logLevel: "silent",
  plugins: [
    {
      name: "program",
      resolveId: (id) => (id === entry ? id : null),
      load: (id) => (id === entry ? `export { sample } from ${JSON.stringify(library)};` : null),
    },
  ],
});
const { output } = await bundle.generate({ format: "esm", minify: true });
await bundle.close();

const chunks = new Map(output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
const loaded = loadedAtOnce([...chunks.values()].find(({ isEntry }) => isEntry).fileName);
const bytes = (names) => names.reduce((sum, name) => sum + Buffer.byteLength(chunks.get(name).code), 0);
const later = [...chunks.keys()].filter((name) => !loaded.includes(name));

console.log(`sample() alone: ${bytes(loaded)} bytes minified in ${loaded.length} files`);
console.log(`beside it, loaded by nothing that sample does: ${bytes(later)} bytes in ${later.length} files`);
console.table(
  loaded.flatMap((name) =>
    Object.entries(chunks.get(name).modules)
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([id, { renderedLength }]) => ({ file: id.replace(resolve("."), "."), "bytes before": renderedLength })),
  ),
);

/** Of a chunk, what stands in an `import` of it, directly or not. */
function loadedAtOnce(name, seen = []) {
  if (seen.includes(name)) return seen;
  return chunks
    .get(name)
    .imports.reduce((before, one) => (chunks.has(one) ? loadedAtOnce(one, before) : before), [...seen, name]);
}
