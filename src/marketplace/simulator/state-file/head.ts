import type { FileHandle } from "node:fs/promises";
import { isObject, type Json } from "../../../events/index.ts";
import { newerState, noStateFile } from "./sentences.ts";
import { readPiece } from "./read-lines.ts";

const format = 1;
const key = "appdirectHooksMarketplace";

/** The first line of every state file. */
export const headLine = `{"${key}":${format}}\n`;

/** Longer is no head of any version. */
const longestHead = 256;

/**
 * Where the changes begin; 0 where nothing stands in the file but a part of the head, of which the writer was killed.
 * Throws `HooksError` UNREADABLE_STATE for another file, and the system's errors.
 */
export async function readHead(file: FileHandle, path: string): Promise<number> {
  const start = (await readPiece(file, 0, longestHead)).toString("latin1");
  if (start.length < headLine.length && headLine.startsWith(start)) return 0;
  const end = start.indexOf("\n");
  const found = end === -1 ? undefined : formatIn(start.slice(0, end));
  if (found === undefined) throw noStateFile(path);
  if (found > format) throw newerState(path, found, format);
  return end + 1;
}

function formatIn(line: string): number | undefined {
  const head = parsed(line);
  const found = isObject(head) ? head[key] : undefined;
  return typeof found === "number" && Number.isInteger(found) && found >= format ? found : undefined;
}

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
}
