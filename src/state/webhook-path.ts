import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
import { writeThrough } from "../whole-file.ts";
import type { ProjectState } from "./project.ts";
import { pathNotKept } from "./sentences.ts";

/**
 * The path that takes this project's webhooks where the world reaches it: made once, by `make`, and kept in a file that
 * only its user can read. Throws `HooksError` FOLDER_UNWRITABLE.
 */
export async function keptWebhookPath(state: ProjectState, make: () => string): Promise<string> {
  const file = join(state.folder, "webhook-path");
  const kept = await readPath(file);
  if (typeof kept === "string") return kept;
  if (kept === null) await rm(file, { force: true }).catch(() => undefined);
  const made = make();
  const temporary = join(state.folder, `webhook-path.${made.slice(-8)}.tmp`);
  try {
    await makeFolder(state.folder);
    await writeThrough(temporary, `${made}\n`, () => claim(temporary, file, made));
    return made;
  } catch (cause) {
    const other = await readPath(file);
    if (typeof other === "string") return other;
    throw pathNotKept(state, cause);
  }
}

/** Of two that start at once, one makes it. Some file systems have no hard links. */
async function claim(temporary: string, file: string, made: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") throw cause;
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: "wx" });
  }
}

/** Undefined where there is no such file, null where it was edited into something else. */
async function readPath(file: string): Promise<string | null | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  return /^\/h\/[\w-]{20,}\n?$/.test(text) ? text.trim() : null;
}
