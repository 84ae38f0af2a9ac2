import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { HooksError, systemCode } from "../../errors.ts";
import { makeFolder } from "../../make-folder.ts";
import type { Change, ChangeStore } from "./change.ts";
import { ChangeFile, writeAt } from "./state-file/change-file.ts";
import { flushNames } from "./state-file/flush-folder.ts";
import { headLine, readHead } from "./state-file/head.ts";
import { lockFile, type LockSurroundings } from "./state-file/lock.ts";
import { readChanges } from "./state-file/read-changes.ts";
import { noFile, notRead, notWritten } from "./state-file/sentences.ts";

/** What keeps changes, and those that are kept already. */
export interface StateFile {
  store: ChangeStore;
  changes: Change[];
}

/**
 * Opens a file of changes for this process alone, or begins one: a head, and a line of JSON for each. A last line without
 * its end was never acknowledged, and is cut off; a file that is no such file is left as it is. Throws `HooksError`
 * UNREADABLE_STATE, STATE_IN_USE, FOLDER_UNWRITABLE.
 */
export async function openStateFile(path: string, surroundings: LockSurroundings): Promise<StateFile> {
  const topmost = await told(path, notWritten, makePlace(path));
  const unlock = await told(path, notWritten, lockFile(path, surroundings));
  try {
    const file = await told(path, notWritten, open(path, constants.O_RDWR | constants.O_CREAT, 0o600));
    try {
      const { changes, end } = await begun(file, path, topmost);
      return { store: new ChangeFile({ file, path, end, unlock }), changes };
    } catch (cause) {
      await file.close();
      throw cause;
    }
  } catch (cause) {
    await unlock();
    throw cause;
  }
}

/** Resolves with the topmost folder that it made. */
async function makePlace(path: string): Promise<string | undefined> {
  if (await isSomethingElse(path)) throw noFile(path);
  return makeFolder(dirname(resolve(path)));
}

async function isSomethingElse(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch (cause) {
    if (systemCode(cause) === "ENOENT") return false;
    throw cause;
  }
}

async function begun(
  file: FileHandle,
  path: string,
  topmost: string | undefined,
): Promise<{ changes: Change[]; end: number }> {
  const start = await told(path, notRead, readHead(file, path));
  if (start === 0) {
    await told(path, notWritten, writeHead(file, resolve(path), topmost));
    return { changes: [], end: headLine.length };
  }
  const found = await told(path, notRead, readChanges(file, start, path));
  await told(path, notWritten, cutAndPrivate(file, found.end));
  return found;
}

/** One that is written in part is begun anew the next time. */
async function writeHead(file: FileHandle, path: string, topmost: string | undefined): Promise<void> {
  await keepPrivate(file);
  await writeAt(file, Buffer.from(headLine), 0);
  await file.datasync();
  await flushNames(path, topmost);
}

async function cutAndPrivate(file: FileHandle, end: number): Promise<void> {
  await keepPrivate(file);
  if ((await file.stat()).size > end) await file.truncate(end);
}

/** There are credentials in it. */
async function keepPrivate(file: FileHandle): Promise<void> {
  const { mode } = await file.stat();
  if ((mode & 0o777 & ~0o600) !== 0) await file.chmod(0o600);
}

/** In the words that `say` has for an error of the system. */
async function told<Result>(
  path: string,
  say: (path: string, cause: unknown) => unknown,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof HooksError ? cause : say(path, cause);
  }
}
