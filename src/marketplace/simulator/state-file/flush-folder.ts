import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../../../errors.ts";

/**
 * Brings a new file's name to the disk, and those of the folders that were made for it: `topmost` is the first of them.
 * Rejects with the system's errors.
 */
export async function flushNames(path: string, topmost: string | undefined): Promise<void> {
  const last = topmost === undefined ? dirname(path) : dirname(topmost);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await flushFolder(folder);
    if (folder === last || folder === dirname(folder)) return;
  }
}

async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    await folder.sync().finally(() => folder.close());
  } catch (cause) {
    if (!unflushable.includes(systemCode(cause) ?? "")) throw cause;
  }
}

/** Windows opens no folder, some file systems flush none, and one above may be closed to us. */
const unflushable = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "EBADF"];
