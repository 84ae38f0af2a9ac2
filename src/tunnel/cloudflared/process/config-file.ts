import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configUnwritable } from "../../sentences.ts";
import { configText } from "./arguments.ts";

/** The same file for every start; one that a program is reading is not written to. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function writeConfig(folder: string, processId: number): Promise<string> {
  const file = join(folder, "cloudflared.yml");
  if ((await readFile(file, "utf8").catch(() => "")) === configText) return file;
  const temporary = join(folder, `cloudflared.${processId}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, configText, { mode: 0o600 });
    await rename(temporary, file);
    return file;
  } catch (cause) {
    throw configUnwritable(folder, cause);
  }
}
