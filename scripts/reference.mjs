// Writes docs/reference from the tables in the code. Usage: npm run reference
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import { rolldown } from "rolldown";

const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-reference-"));

try {
  const pages = await loadPages(join(folder, "pages.mjs"));
  for (const { file, text } of pages) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
    console.log(file);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The tables are TypeScript, which the oldest Node that we run on cannot read. */
async function loadPages(file) {
  const bundle = await rolldown({ input: "scripts/reference/pages.ts", platform: "node", logLevel: "silent" });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  const { referencePages } = await import(pathToFileURL(file).href);
  return referencePages();
}
