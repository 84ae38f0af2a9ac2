import { mkdtemp, rm } from "node:fs/promises";
import { basename, join } from "node:path";

/** Where the sockets of one kept tunnel lie; only this user gets there. */
export interface SocketPlace {
  platform: string;
  temporaryFolder: string;
  /** Letters and digits. */
  unique: string;
}

/** The names of sockets have about a hundred characters (unix(7)). */
const longestFolder = 60;
const prefix = "appdirect-hooks-";

/** Makes a place for sockets. On Windows they lie in no folder. */
export async function socketFolder({ platform, temporaryFolder, unique }: SocketPlace): Promise<string> {
  if (platform === "win32") return `\\\\.\\pipe\\${prefix}${unique}`;
  return mkdtemp(join(temporaryFolder.length > longestFolder ? "/tmp" : temporaryFolder, prefix));
}

export function socketIn(folder: string, name: string): string {
  return isOfPipes(folder) ? `${folder}-${name}` : join(folder, name);
}

/** Takes away a folder of ours, and no other. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (isOfPipes(folder) || !basename(folder).startsWith(prefix)) return;
  await rm(folder, { recursive: true, force: true }).catch(() => undefined); // it lies where such things are cleared
}

function isOfPipes(folder: string): boolean {
  return folder.startsWith("\\\\.\\pipe\\");
}
