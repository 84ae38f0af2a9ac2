import { readdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const rule: { reasonAgainst(asked: Import): string | undefined } = await import(
  pathToFileURL("lint/who-may-import-whom.mjs").href
);
const page = await readFile("docs/architecture.md", "utf8");
const inSource = await readdir("src", { withFileTypes: true });
/** What also a folder without neighbours may import. */
const isForEveryone = (name: string) =>
  rule.reasonAgainst({ from: "elsewhere/x.ts", to: `${name}/index.ts`, typeOnly: false }) === undefined;
const folders = inSource.filter((entry) => entry.isDirectory() && !isForEveryone(entry.name)).map(({ name }) => name);

test.each(folders.filter((name) => name !== "commands"))("the page says of %s what the linter allows it", (from) => {
  const [values = [], types = []] = rowOf(from);
  const others = folders.filter((to) => to !== from);
  expect([...values].toSorted()).toEqual(others.filter((to) => mayImport(from, to, false)).toSorted());
  const typesToo = others.filter((to) => mayImport(from, to, true) && !values.includes(to));
  expect([...types].toSorted()).toEqual(typesToo.toSorted());
});

test("the page names every folder and file of src", () => {
  const layout = page.split("```").find((part) => part.includes("src/\n")) ?? "";
  const names = inSource.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(names.filter((name) => !new RegExp(`^  .*\\b${name}\\s`, "m").test(layout))).toEqual([]);
});

test("every noun that the page says crosses a folder's border is imported from where it says", async () => {
  const files = (await readdir("src", { recursive: true })).filter((file) => file.endsWith(".ts"));
  const sources = await Promise.all(files.map((file) => readFile(`src/${file}`, "utf8")));
  const imports = sources.join("\n").match(/^(?:import|export) [^;]* from "[^"]+";/gm) ?? [];
  const nouns = page
    .slice(page.indexOf("| noun "), page.indexOf("## Who listens"))
    .matchAll(/^\| (`.*?) \| (.*?) \|/gm);
  const wrong = [...nouns].flatMap(([, names = "", makers = ""]) =>
    backticked(names).filter((name) => !imports.some((one) => one.includes(name) && comesFrom(one, makers))),
  );
  expect(wrong).toEqual([]);
});

const backticked = (cell: string) => Array.from(cell.matchAll(/`(\w+)`/g), ([, name = ""]) => name);

/** Whether an import is of the face of one of the folders, or of the file at the root. */
function comesFrom(statement: string, makers: string): boolean {
  const [, maker = "", face] = /\/(\w+)(?:\.ts|(\/index\.ts))";$/.exec(statement) ?? [];
  return face === undefined
    ? makers.trim() === "the root" || makers.includes(`${maker}.ts`)
    : makers.includes(`\`${maker}\``);
}

test("the page links to every decision", async () => {
  const decisions = await readdir("docs/decisions");
  expect(decisions.filter((file) => !page.includes(`](decisions/${file})`))).toEqual([]);
});

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  return rule.reasonAgainst({ from: `${from}/file.ts`, to: `${to}/index.ts`, typeOnly }) === undefined;
}

/** The folders of a row's second and third cell. */
function rowOf(folder: string): string[][] {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${folder}\` `)) ?? "";
  const cells = row.split("|").slice(2, 4);
  return cells.map((cell) => Array.from(cell.matchAll(/`([a-z]+)`/g), ([, name = ""]) => name));
}
