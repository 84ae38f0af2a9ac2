import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

/** The text of every module below these folders, by its path. */
export function sourcesBelow(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
  );
  return new Map(files.toSorted().map((file) => [file, readFileSync(file, "utf8")]));
}

const notCopied = new Set(["node_modules", ".git", ".reports"]);

/** A copy of this folder to run tests in, with a place beside it for their temporary files. */
export function copyInto(folder) {
  const copy = { root: join(folder, "copy"), temporary: join(folder, "tmp") };
  for (const path of Object.values(copy)) mkdirSync(path, { recursive: true });
  for (const name of readdirSync(".").filter((one) => !notCopied.has(one)))
    cpSync(name, join(copy.root, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy.root, "node_modules"));
  return copy;
}
