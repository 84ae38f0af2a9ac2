import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** One of the kinds that CONTRIBUTING says how to add. */
export interface Extension {
  /** Its one new file: below `sources` here, and below `src` in the copy. */
  file: string;
  /** The table that gets a line, below `src`. */
  table: string;
  /** That line. */
  line: string;
  /** The line in front of which it is put, as it begins. */
  before: string;
  /** Where the table names its kinds themselves rather than how to load them: the import that its line needs. */
  imported?: string;
  /** A module below `sources` that uses the types which are generated for it, compiled in the copy's `src`. */
  use?: string;
}

export interface ExtendedProgram {
  /** What Node is given to run it. */
  file: string;
  /** A generated file, by its path in the copy: `docs/events.md`. */
  generated(path: string): Promise<string>;
  remove(): Promise<void>;
}

const copied = ["src", "bin", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json"];
const run = promisify(execFile);

/** A copy of the sources with these extensions and nothing else; what is generated is made anew, then all is type-checked and built. */
export async function buildExtended(extensions: readonly Extension[]): Promise<ExtendedProgram> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "appdirect-hooks-extended-"));
  for (const name of copied) await cp(name, join(folder, name), { recursive: true });
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "junction");
  for (const extension of extensions) await extend(join(folder, "src"), extension);
  await run(process.execPath, ["scripts/reference.mjs"], { cwd: folder });
  await Promise.all([typeCheck(folder), run(process.execPath, ["scripts/build/bundle.mjs"], { cwd: folder })]);
  return {
    file: join(folder, "bin/appdirect-hooks.js"),
    generated: (path) => readFile(join(folder, path), "utf8"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function extend(source: string, { file, table, line, before, imported, use }: Extension): Promise<void> {
  const files = [file, ...(use === undefined ? [] : [use])];
  for (const name of files) await cp(join(import.meta.dirname, "sources", name), join(source, name));
  const text = await readFile(join(source, table), "utf8");
  const at = text.indexOf(`\n${before}`) + 1;
  if (at === 0) throw new Error(`${table} has no line that begins with ${before}`);
  const head = imported === undefined ? "" : `${imported}\n`;
  await writeFile(join(source, table), `${head}${text.slice(0, at)}${line}\n${text.slice(at)}`);
}

/** Fails with what the compiler says. */
async function typeCheck(folder: string): Promise<void> {
  await writeFile(join(folder, "tsconfig.src.json"), '{ "extends": "./tsconfig.json", "include": ["src"] }');
  const compiler = resolve("node_modules/typescript/bin/tsc");
  await run(process.execPath, [compiler, "-p", "tsconfig.src.json"], { cwd: folder }).catch((cause: unknown) => {
    const said = cause instanceof Error && "stdout" in cause ? String(cause.stdout) : String(cause);
    throw new Error(`The extended copy does not compile:\n${said}`, { cause });
  });
}
