import { constants } from "node:fs";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Writes a file that only its user can read, whole or not at all: who reads it meanwhile has the old one or the new. A
 * device, such as a terminal or a pipe, is written to and stays what it is. `by`, such as a process's id, keeps two writers apart.
 * Rejects with the system's errors, so where nobody reads a pipe.
 */
export async function writeWhole(file: string, content: string, { by }: { by: number }): Promise<void> {
  if (await isDevice(file)) return writeDevice(file, content);
  await writeThrough(`${file}.${by}.tmp`, content, (temporary) => rename(temporary, file));
}

async function isDevice(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined); // what is wrong with it, writing it says
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Opening a pipe that nobody reads would wait for ever, and the end of the process for that. */
async function writeDevice(file: string, content: string): Promise<void> {
  const device = await open(file, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    await device.writeFile(content);
  } finally {
    await device.close();
  }
}

/** The same under a temporary name, to which `place` gives its own; the temporary one is gone afterwards. */
export async function writeThrough(
  temporary: string,
  content: string,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  try {
    await writeFile(temporary, content, { mode: 0o600 });
    await place(temporary);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined); // it is the writing that counts
  }
}
