import { constants } from "node:fs";
import { copyFile, link, readFile, realpath, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { systemCode } from "../../../errors.ts";
import { writeThrough } from "../../../whole-file.ts";
import { inUse, unknownLock } from "./sentences.ts";

export interface LockSurroundings {
  processId: number;
  /** Whether a process runs, and may have run at that moment. */
  isAlive(processId: number, since?: Date): boolean;
}

/**
 * Keeps other processes away from a file, by one beside it that names ours; resolves with what ends that. That of a
 * process that has gone is taken over. Throws `HooksError` STATE_IN_USE, and the system's errors.
 */
export async function lockFile(path: string, surroundings: LockSurroundings): Promise<() => Promise<void>> {
  const lock = `${await realPath(path)}.lock`;
  if (ours.has(lock)) throw inUse(path, surroundings.processId, lock);
  ours.add(lock);
  try {
    while (!(await tookLock(lock, surroundings))) await removeLeft(lock, path, surroundings);
  } catch (cause) {
    ours.delete(lock);
    throw cause;
  }
  return async () => {
    await rm(lock, { force: true });
    ours.delete(lock);
  };
}

/** Where links lead: one file has one lock. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (systemCode(cause) === "ENOENT") return resolve(path);
    throw cause;
  }
}

/** In a container, each start may have the same process id: whether a lock with ours is ours, only we know. */
const ours = new Set<string>();

/** With its content from its first moment on, for others read it. */
async function tookLock(lock: string, { processId }: LockSurroundings): Promise<boolean> {
  try {
    await writeThrough(`${lock}.${processId}`, `${processId}\n`, (temporary) => place(temporary, lock));
    return true;
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** Refuses to replace one. Where a file system has no links, the lock is empty for a moment. */
async function place(temporary: string, lock: string): Promise<void> {
  try {
    await link(temporary, lock);
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") throw cause;
    await copyFile(temporary, lock, constants.COPYFILE_EXCL);
  }
}

/**
 * Two may find the same lock left, and the slower one would remove that of the faster: only who has a second lock removes
 * the first, and looks at it again before.
 */
async function removeLeft(lock: string, path: string, surroundings: LockSurroundings): Promise<void> {
  if (!(await isLeft(lock, path, surroundings))) return;
  const removing = `${lock}.removing`;
  if (!(await tookLock(removing, surroundings))) {
    if (await isLeft(removing, path, surroundings)) await rm(removing, { force: true }); // killed as it did this
    return;
  }
  try {
    if (await isLeft(lock, path, surroundings)) await rm(lock, { force: true });
  } finally {
    await rm(removing, { force: true });
  }
}

/** Whether it is there, of a process that has gone. Throws `HooksError` STATE_IN_USE for one that lives. */
async function isLeft(lock: string, path: string, surroundings: LockSurroundings): Promise<boolean> {
  const found = await readLock(lock);
  if (found === undefined) return false;
  const { holder, since } = found;
  if (holder === undefined) throw unknownLock(path, lock);
  if (holder !== surroundings.processId && surroundings.isAlive(holder, since)) throw inUse(path, holder, lock);
  return true;
}

/** Undefined where there is none any more. */
async function readLock(lock: string): Promise<{ holder: number | undefined; since: Date } | undefined> {
  try {
    const { mtime } = await stat(lock);
    const [, digits] = /^([1-9]\d{0,9})\n$/.exec(await readFile(lock, "latin1")) ?? [];
    return { holder: digits === undefined ? undefined : Number(digits), since: mtime };
  } catch (cause) {
    if (systemCode(cause) !== "ENOENT") throw cause;
    return undefined;
  }
}
