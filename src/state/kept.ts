import { existsSync } from "node:fs";
import { join } from "node:path";
import { HooksError, systemCode } from "../errors.ts";
import type { StatePlace } from "./project.ts";

/** What a project keeps from one run to the next, in a file that only its user can read. */
export interface Kept {
  /** The token that `--auth token` made for this project. */
  token?: string;
}

const name = "kept";

/** Nothing where there is no such file, or none that can be read. */
export async function readKept(place: StatePlace): Promise<Kept> {
  if (!existsSync(join(place.folder, `${name}.json`))) return {};
  try {
    const token = (await open(place)).get("token");
    return typeof token === "string" ? { token } : {};
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return {}; // another user's, or a folder in its place: what needs a token makes one, and says so if it cannot
  }
}

/** Throws `HooksError` FOLDER_UNWRITABLE. */
export async function keep(place: StatePlace, kept: Kept): Promise<void> {
  try {
    (await open(place)).set({ ...kept });
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    const message = `Nothing can be kept for this project in ${place.folder} (${code}).`;
    const hint = "Give the token with --token, or name another state folder in XDG_STATE_HOME.";
    throw new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
  }
}

/** conf writes atomically; it costs 100 ms to load, so only what needs it asks. */
async function open(place: StatePlace) {
  const { default: Conf } = await import("conf");
  return new Conf<Record<string, unknown>>({
    cwd: place.folder,
    configName: name,
    projectName: "appdirect-hooks",
    configFileMode: 0o600,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
}
