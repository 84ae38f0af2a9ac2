import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HooksError, systemCode } from "../errors.ts";
import type { StatePlace } from "./project.ts";

/**
 * The path that takes this project's webhooks where the world reaches it: made once, by `make`, and kept in a file that
 * only its user can read. Throws `HooksError` FOLDER_UNWRITABLE.
 */
export async function keptWebhookPath(place: StatePlace, make: () => string): Promise<string> {
  const file = join(place.folder, "webhook-path");
  const kept = await readPath(file);
  if (kept !== undefined) return kept;
  await rm(file, { force: true }).catch(() => undefined); // edited into something else, if it is there
  const made = make();
  const temporary = join(place.folder, `webhook-path.${made.slice(-8)}.tmp`);
  try {
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, `${made}\n`, { mode: 0o600 });
    await link(temporary, file); // of two that start at once, one makes it
    return made;
  } catch (cause) {
    const other = await readPath(file);
    if (other !== undefined) return other;
    const message = `Nothing can be kept for this project in ${place.folder} (${systemCode(cause) ?? String(cause)}).`;
    const hint = "Name the path that takes webhooks with --path, or another state folder in XDG_STATE_HOME.";
    throw new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Nothing where it is not there, or was edited into something else. */
async function readPath(file: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  return /^\/h\/[\w-]{20,}\n?$/.test(text) ? text.trim() : undefined;
}
