import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readFixture, type Fixture } from "../../src/fixtures/index.ts";

/** Every file below a folder but its `.gitignore` and the logs of who writes there, as `event/name.json`, in order; none where there is no folder. */
export async function recordedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name !== ".gitignore" && !entry.name.endsWith(".log"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

/** Those of them that are fixtures, read, in the same order. */
export async function recordedFixtures(folder: string): Promise<Fixture[]> {
  const files = (await recordedFiles(folder)).filter((file) => file.endsWith(".json"));
  return Promise.all(files.map((file) => readFixture(join(folder, file))));
}
