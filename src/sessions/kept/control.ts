import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import { socketsNotMade } from "./sentences.ts";

/** Where the sockets of one kept tunnel may lie. */
export interface SocketPlaces {
  platform: string;
  /** Absolute; the first that takes sockets. */
  folders: readonly string[];
  /** Letters and digits. */
  unique: string;
}

/** The socket at which the holder of a tunnel is spoken to, and the folder in which its other ones lie. */
export interface Control {
  /** Only this user gets there. */
  folder: string;
  socket: string;
  server: Server;
  /** Nothing of it is left. May be called twice. */
  close(): Promise<void>;
}

/** The names of sockets have about a hundred characters (unix(7)). */
const longestFolder = 80;
const prefix = "sockets-";

/** Throws `HooksError` FOLDER_UNWRITABLE where none of the places takes sockets: not every file system does. */
export async function openControl({ platform, folders, unique }: SocketPlaces): Promise<Control> {
  // On Windows they lie in no folder.
  if (platform === "win32") return open(`\\\\.\\pipe\\appdirect-hooks-${unique}`, async () => undefined);
  let why: unknown;
  for (const parent of folders.filter(({ length }) => length <= longestFolder)) {
    try {
      await makeFolder(parent);
      const folder = await mkdtemp(join(parent, prefix));
      return await open(folder, () => rm(folder, { recursive: true, force: true }));
    } catch (cause) {
      why = cause;
    }
  }
  throw socketsNotMade(folders, why);
}

async function open(folder: string, remove: () => Promise<void>): Promise<Control> {
  const socket = socketIn(folder, "control");
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen({ path: socket }, resolve));
  } catch (cause) {
    await remove();
    throw cause;
  }
  const close = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await remove().catch(() => undefined); // it is empty by then, and harms nobody
  };
  return { folder, socket, server, close };
}

/** A listener that was killed leaves its own. */
export async function removeSocket(socket: string): Promise<void> {
  if (basename(dirname(socket)).startsWith(prefix)) await rm(socket, { force: true }).catch(() => undefined);
}

/** Takes away what one that was killed left: the folder of this socket, if it is one of ours. */
export async function removeSockets(control: string): Promise<void> {
  const folder = dirname(control);
  if (basename(folder).startsWith(prefix)) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

export function socketIn(folder: string, name: string): string {
  return folder.startsWith("\\\\.\\pipe\\") ? `${folder}-${name}` : join(folder, name);
}
