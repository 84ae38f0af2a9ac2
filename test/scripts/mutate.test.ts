import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { writeFiles } from "../harness/write-files.ts";

const isFull = `export function isFull(waiting: number): boolean {
  return waiting >= 3;
}
`;

/** Notices every change but that of the border: 3 is not tried. */
const testOfIsFull = `import { expect, test } from "vitest";
import { isFull } from "../../src/delivery/full.ts";
test("is full", () => expect([isFull(2), isFull(4)]).toEqual([false, true]));
`;

async function projectOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  const compilerOptions = {
    module: "nodenext",
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  };
  await writeFiles(folder, {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions, files: [] }),
    ...files,
  });
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

function mutate(folder: string, ...typed: string[]) {
  const script = resolve("scripts/mutate.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--folders", "delivery", ...typed], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("changes that no test notices are printed, and all are written with what became of them", async () => {
  const folder = await projectOf({
    "src/delivery/full.ts": isFull,
    "src/delivery/state.ts": 'export const state: "full" = "full";\n',
    "test/delivery/full.test.ts": testOfIsFull,
  });
  const { status, stdout, stderr } = mutate(folder, "--out", "mutants.jsonl");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.trimEnd().split("\n").toSorted()).toEqual([
    "3 killed, 2 survived, 0 timed out, 1 not compiled",
    "src/delivery/full.ts:2 >= to >: return waiting >= 3; → return waiting > 3;",
    "src/delivery/full.ts:2 number + 1: return waiting >= 3; → return waiting >= (4);",
  ]);
  const lines = jsonLines(readFileSync(join(folder, "mutants.jsonl"), "utf8"));
  expect(lines).toContainEqual({
    file: "src/delivery/full.ts",
    line: 2,
    what: "answer flipped",
    original: "return waiting >= 3;",
    mutant: "return !(waiting >= 3);",
    outcome: "killed",
    tests: 1,
  });
  expect(readFileSync(join(folder, "src/delivery/full.ts"), "utf8")).toBe(isFull);
}, 120_000);

test("a change of what no test loads survives, which is said", async () => {
  const folder = await projectOf({
    "src/delivery/alone.ts": "export const isAlone = true;\n",
    "test/another/any.test.ts": 'import "../../src/delivery/alone.ts";\n',
  });
  const line = "export const isAlone = true; → export const isAlone = false;";
  expect(mutate(folder).stdout).toBe(
    `src/delivery/alone.ts:1 true to false: ${line} (no test loads it)\n` +
      "0 killed, 1 survived, 0 timed out, 0 not compiled\n",
  );
}, 120_000);

test("a contract notices too, where it imports the folder of what is changed", async () => {
  const folder = await projectOf({
    "src/delivery/alone.ts": "export const isAlone = true;\n",
    "src/delivery/index.ts": 'export { isAlone } from "./alone.ts";\n',
    "test/contracts/any.test.ts": `import { expect, test } from "vitest";
import { isAlone } from "../../src/delivery/index.ts";
test("is alone", () => expect(isAlone).toBe(true));
`,
  });
  expect(mutate(folder).stdout).toBe("1 killed, 0 survived, 0 timed out, 0 not compiled\n");
}, 120_000);

test("time that is over ends it, before all are tried", async () => {
  const folder = await projectOf({ "src/delivery/full.ts": isFull, "test/delivery/full.test.ts": testOfIsFull });
  const { status, stderr } = mutate(folder, "--minutes", "0");
  expect([status, stderr]).toEqual([1, "✖ Stopped before the tests had run once without a mutant.\n"]);
}, 120_000);

test("the same seed draws the same, another seed in another order", async () => {
  const numbers = Array.from({ length: 5 }, (_, index) => `export const number${index} = ${index + 10};\n`).join("");
  const folder = await projectOf({ "src/delivery/numbers.ts": numbers, "src/delivery/full.ts": isFull });
  const drawn = mutate(folder, "--list", "--seed", "19").stdout;
  expect(drawn.trimEnd().split("\n")).toHaveLength(6 + 5);
  expect(mutate(folder, "--list", "--seed", "19").stdout).toBe(drawn);
  expect(mutate(folder, "--list", "--seed", "20").stdout).not.toBe(drawn);
}, 120_000);
