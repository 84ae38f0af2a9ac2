import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Puts files into a folder: path below it → content. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
