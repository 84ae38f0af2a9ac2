import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The files in which processes keep what they say of themselves, one each; none where there is no such folder. */
export async function recordFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".json")).map((name) => join(folder, name));
}
