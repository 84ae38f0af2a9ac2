import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../../make-folder.ts";
import { writeWhole } from "../../../whole-file.ts";
import { configUnwritable } from "../../sentences.ts";
import { configText } from "./arguments.ts";

/** The same file for every start; one that a program is reading is not written to. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function writeConfig(folder: string, processId: number): Promise<string> {
  const file = configFileIn(folder);
  if ((await readFile(file, "utf8").catch(() => "")) === configText) return file;
  try {
    await makeFolder(folder);
    await writeWhole(file, configText, { by: processId });
    return file;
  } catch (cause) {
    throw configUnwritable(folder, cause);
  }
}

export function configFileIn(folder: string): string {
  return join(folder, "cloudflared.yml");
}
