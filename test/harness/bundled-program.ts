import { join } from "node:path";
import { rolldown } from "rolldown";
import { temporaryFolder } from "./temporary-folder.ts";

/** A program of test/programs that uses our sources, as one file that Node runs. Gone after the test. */
export async function bundledProgram(name: string): Promise<string> {
  const input = join(import.meta.dirname, "../programs", name);
  const file = join(await temporaryFolder(), name.replace(/\.ts$/, ".mjs"));
  await using bundle = await rolldown({
    input,
    platform: "node",
    logLevel: "silent",
    transform: { define: { __dirname: "import.meta.dirname" } },
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  return file;
}
