import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";
import { bundlesVariable } from "./bundles.ts";

/** A program of test/programs that uses our sources, or one of these by its path from there, as one file that Node runs. Made once for all tests of a run. */
export async function bundledProgram(name: string): Promise<string> {
  const folder = process.env[bundlesVariable] ?? "";
  const file = join(folder, basename(name).replace(/\.ts$/, ".mjs"));
  if (existsSync(file)) return file;
  const input = join(import.meta.dirname, "../programs", name);
  // As scripts/build/bundle.mjs has it.
  const transform = { define: { __dirname: "import.meta.dirname" } };
  await using bundle = await rolldown({ input, platform: "node", logLevel: "silent", transform });
  const own = `${file}.${process.pid}`; // another worker may make it at the same moment
  await bundle.write({ file: own, format: "esm", codeSplitting: false });
  await rename(own, file);
  return file;
}
