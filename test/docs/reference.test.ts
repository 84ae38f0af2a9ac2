import { readdir, readFile } from "node:fs/promises";
import { posix } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { errorsPage } from "../../scripts/reference/errors-page.ts";
import { code, plain } from "../../scripts/reference/markdown.ts";
import { generatedFolders, referencePages } from "../../scripts/reference/pages.ts";
import { optionsPage } from "../../scripts/reference/options-page.ts";
import { errorCodes } from "../../src/errors.ts";

const pages = await referencePages();

test.each(pages.map(({ file, text }) => [file, text] as const))("%s is not stale", async (file, text) => {
  const made = await format(text, { ...(await resolveConfig(file)), filepath: file });
  expect(await readFile(file, "utf8")).toBe(made);
});

test.each(generatedFolders)("nothing stands in %s but what is generated", async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`);
  const made = pages.map(({ file }) => file).filter((file) => posix.dirname(file) === folder);
  expect(files.toSorted()).toEqual(made.toSorted());
});

test("an option's row tells its default, its variable and who takes it", async () => {
  const rows = (await optionsPage()).split("\n");
  expect(rows).toContain(
    "| `--times <n>` | how many times to send each event | `1` |  | replay |", // selects one run, so it has no variable
  );
  expect(rows).toContain("| `--no-record` | do not record events | off | `APPDIRECT_HOOKS_RECORD` | listen |");
});

test("every error has its row", () => {
  const page = errorsPage();
  for (const name of Object.keys(errorCodes)) expect(page).toContain(`| \`${name}\` |`);
});

test("marks of Markdown in a table's words stand as they are", () => {
  expect(plain("'*.removed' | <n>")).toBe("'\\*.removed' \\| \\<n\\>");
  expect(code("none|token")).toBe("`none\\|token`");
});
