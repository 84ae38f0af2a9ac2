import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file below a folder, its name included, as one text. */
export async function allTexts(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, "utf8")}`))).join("\n");
}
