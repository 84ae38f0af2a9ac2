import { resolve } from "node:path";
// Bundles the program and the library, with their dependencies, into dist.
import { rolldown } from "rolldown";
import { collectLicenses } from "./collect-licenses.mjs";
import { lightBuiltins } from "./light-builtins.mjs";
import { lightUndici } from "./light-undici.mjs";
import { isDependency, minifyDependencies } from "./minify-dependencies.mjs";
import { sharedModules, startDependencies, startModules } from "./chunks.mjs";

const start = startModules();
const shared = sharedModules(start);
const isStartDependency = startDependencies();

const build = await rolldown({
  input: { main: "src/main.ts", index: "src/index.ts" },
  platform: "node",
  // Or the program would begin with a file that only names another one.
  preserveEntrySignatures: "allow-extension",
  // The main file of jsonc-parser asks for its parts in a way that no bundler can follow.
  // Of undici only its pool is used; all of it takes 90 ms to load, for it has Node load its own copy too.
  resolve: {
    alias: {
      "jsonc-parser": resolve("node_modules/jsonc-parser/lib/esm/main.js"),
      undici: resolve("scripts/build/undici-pool.mjs"),
    },
  },
  // The cloudflared package asks for __dirname, which a module does not have.
  transform: { target: "node20", define: { __dirname: "import.meta.dirname" } },
  plugins: [
    lightUndici(),
    lightBuiltins(),
    minifyDependencies(),
    collectLicenses({ fileName: "THIRD-PARTY-LICENSES.txt" }),
  ],
  onLog: failOnWarning,
});

await build.write({
  dir: "dist",
  format: "esm",
  cleanDir: true,
  comments: false,
  // Said outright: left out, the bundler prints every chunk anew at the end, the minified ones too.
  minify: false,
  chunkFileNames: "[name].js",
  codeSplitting: {
    // Dependencies stand in chunks of their own, split by who needs them, so that ours stay readable in a stack trace.
    groups: [
      { name: "start-dependencies", test: isStartDependency },
      { name: "dependencies", test: isDependency, entriesAware: true },
      { name: "main", test: (file) => start.has(file) },
      ...shared.map(({ name, files }) => ({ name, test: (file) => files.has(file) })),
    ],
  },
});

// A thread loads nothing but its own file: what it shares with the program stands in it once more.
for (const [name, file] of Object.entries({
  "recording-worker": "src/fixtures/store/writer/worker.ts",
  "preparing-worker": "src/sessions/replay/preparing/preparing-worker.ts",
})) {
  const worker = await rolldown({
    input: { [name]: file },
    platform: "node",
    transform: { target: "node20" },
    plugins: [lightBuiltins()],
    onLog: failOnWarning,
  });
  await worker.write({ dir: "dist", format: "esm", comments: false, minify: false });
}

/** A warning here is an import that users would miss, or a cycle: never something to scroll past. */
function failOnWarning(level, log) {
  if (level === "warn") throw new Error(log.message);
}
