import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "../../../host.ts";
import { writeFailure } from "../../../write-failure.ts";
import { notWrittenForEditor } from "../../sentences/editing.ts";

/** A file of a name of its own that only this user can read. */
export interface PrivateFile {
  path: string;
  /** Removes it, with its folder. */
  remove(): void;
}

/** It is gone once the program ends, however that is. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function writePrivateFile(
  name: string,
  text: string,
  { temporaryFolder, atExit }: Pick<Host, "temporaryFolder" | "atExit">,
): Promise<PrivateFile> {
  let folder: string | undefined;
  const removeFolder = () => folder !== undefined && rmSync(folder, { recursive: true, force: true });
  const forget = atExit(removeFolder);
  const remove = () => {
    removeFolder();
    forget();
  };
  try {
    folder = await mkdtemp(join(temporaryFolder, "appdirect-hooks-edit-"));
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return { path, remove };
  } catch (cause) {
    remove();
    const why = writeFailure(cause);
    if (why === undefined) throw cause;
    throw notWrittenForEditor(temporaryFolder, why, cause);
  }
}
