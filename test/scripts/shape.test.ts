import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { writeFiles } from "../harness/write-files.ts";

/** What is looked at for what generate loads. */
const generating = { "main.ts": "", "commands/generate.ts": "", "commands/generate/write.ts": "" };

interface Shape {
  printed: string[];
  broken: string[];
}

/** In this process: the compiler that it reads the sources with takes a second to load. */
async function measured(folder: string): Promise<Shape> {
  const { shapeOf: measure }: { shapeOf(of: string): Shape } = await import(resolve("scripts/shape/shape-of.mjs"));
  return measure(folder);
}

async function shapeOf(files: Record<string, string>) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...generating, ...files });
  const shape = await measured(folder);
  return { stdout: printedLines(shape.printed), stderr: printedLines(shape.broken) };
}

const printedLines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join("");

/** `0.ts` imports `1.ts`, and so on. */
function chainOf(length: number, line = (name: string) => `import { a } from "./${name}";\n`): Record<string, string> {
  const names = Array.from({ length }, (_, index) => `${index}/${index}.ts`);
  return Object.fromEntries(
    names.map((name, index) => [name, index + 1 < length ? line(`../${names[index + 1]}`) : ""]),
  );
}

const functionOf = (lines: number) => `export const run = () => {\n${"  step();\n".repeat(lines - 2)}};\n`;
const folderOf = (files: number) =>
  Object.fromEntries(Array.from({ length: files }, (_, index) => [`full/${index}.ts`, ""]));

test("sources within every limit are measured, and found good", async () => {
  const { stdout, stderr } = await shapeOf({ "a.ts": functionOf(60), ...folderOf(17), ...chainOf(26) });
  expect(stderr).toBe("");
  expect(stdout).toContain("Lines of the longest function: 60 of 60 at most, a.ts:1\n");
  expect(stdout).toContain("Files in the fullest folder: 17 of 17 at most, full\n");
  expect(stdout).toContain("Modules in the longest chain of imports: 26 of 26 at most, 0/0.ts → 1/1.ts → 2/2.ts");
});

test("a function of 61 lines is found", async () => {
  expect(await shapeOf({ "a.ts": `\n${functionOf(61)}` })).toMatchObject({
    stderr: "The function at a.ts:2 has 61 lines: split it into steps.\n",
  });
});

test("a folder of 18 files is found", async () => {
  expect(await shapeOf(folderOf(18))).toMatchObject({
    stderr: "The folder full has 18 files: split it by subject.\n",
  });
});

test.each([
  'import { a } from "./NAME";',
  'export { a, type B } from "./NAME";',
  'export * from "./NAME";',
  'import { type A, type B } from "./NAME";',
  'import "./NAME";',
])("a chain of 27 modules by %s is found", async (line) => {
  const { stderr } = await shapeOf(chainOf(27, (name) => `${line.replace("./NAME", name)}\n`));
  expect(stderr).toContain("The longest chain of imports has 27 modules:");
});

test.each([
  'import type { A } from "./NAME";',
  'export type { A } from "./NAME";',
  'export const load = () => import("./NAME");',
])("%s makes no chain", async (line) => {
  const { stdout } = await shapeOf(chainOf(27, (name) => `${line.replace("./NAME", name)}\n`));
  expect(stdout).toContain("Modules in the longest chain of imports: 1 of 26");
});

test("imports that run in a circle are no chain", async () => {
  await expect(shapeOf({ "a.ts": 'import "./b.ts";\n', "b.ts": 'import "./a.ts";\n' })).rejects.toThrow(
    "Imports run in a circle: a.ts → b.ts → a.ts",
  );
});

test.each(["sessions/index.ts", "listener/index.ts", "delivery/targets/http.ts"])(
  "that generate loads %s is found, with the way there",
  async (name) => {
    const { stdout, stderr } = await shapeOf({
      "commands/generate.ts": 'import { a } from "../fixtures/index.ts";\n',
      "fixtures/index.ts": `export { a } from "../${name}";\n`,
      [name]: "export const a = 1;\n",
    });
    expect(stdout).toContain(`commands/generate.ts → fixtures/index.ts → ${name}\n`);
    expect(stderr).toContain(`generate loads ${name}, which only sending needs`);
  },
);

test("the script prints what it measures, ends with 1, and says what it does not find", async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { "main.ts": "", "commands/generate/write.ts": "", "a.ts": functionOf(61) });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/shape.mjs", folder], { encoding: "utf8" });
  expect([status, stderr]).toEqual([
    1,
    "✖ The function at a.ts:1 has 61 lines: split it into steps.\n✖ commands/generate.ts is not there: say in scripts/shape/shape-of.mjs what generate runs.\n",
  ]);
  expect(stdout).toContain("Files in the fullest folder: 2 of 17 at most, .\n");
});

test("what a scenario imports counts too, whichever it is", async () => {
  const { stderr } = await shapeOf({
    "generate/scenarios/upgrade.ts": 'import { a } from "../../sessions/index.ts";\n',
    "sessions/index.ts": "export const a = 1;\n",
  });
  expect(stderr).toContain("generate loads sessions/index.ts, which only sending needs");
});
