import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./errors.ts";

/**
 * Makes a folder and what is missing above it; resolves with the topmost that was missing, undefined where none was.
 * Only this user can enter them, unless another mode is given. Rejects with the system's errors. Node's own recursive
 * `mkdir` never returns where the system answers ENOENT to making a folder (below /proc, on some network drives), and
 * hides that a disk is read-only. By calls that block: to hand one to another thread takes ten times as long.
 */
export async function makeFolder(path: string, mode = 0o700): Promise<string | undefined> {
  try {
    return makeOne(path, mode);
  } catch (cause) {
    if (systemCode(cause) !== "ENOENT" || dirname(path) === path) throw cause;
    const topmost = await makeFolder(dirname(path), mode);
    const made = makeOne(path, mode);
    return topmost ?? made;
  }
}

/** A file in its place shows as soon as something is put into it. */
function makeOne(path: string, mode: number): string | undefined {
  try {
    mkdirSync(path, { mode });
    return path;
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") return undefined;
    throw cause;
  }
}
