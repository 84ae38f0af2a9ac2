import { existsSync } from "node:fs";
import { join } from "node:path";
import { HooksError, systemCode } from "../errors.ts";
import type { StatePlace } from "./project.ts";

/**
 * What a project keeps from one run to the next, in a file that only its user can read: for each kind of
 * authentication what was made for it, `{ token: { token: "…" } }`.
 */
export type Kept = Readonly<Record<string, Readonly<Record<string, string>>>>;

const name = "kept";

/** Nothing where there is no such file, or none that can be read. */
export async function readKept(place: StatePlace): Promise<Kept> {
  if (!existsSync(join(place.folder, `${name}.json`))) return {};
  try {
    const kept = Object.entries((await open(place)).store).filter(([, made]) => isMade(made));
    return Object.fromEntries(kept) as Kept;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return {}; // another user's, or a folder in its place: what needs a token makes one, and says so if it cannot
  }
}

/** In the place of what was made for this kind of authentication before. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function keep(place: StatePlace, kind: string, made: Kept[string]): Promise<void> {
  try {
    (await open(place)).set(kind, { ...made });
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    const message = `Nothing can be kept for this project in ${place.folder} (${code}).`;
    const [option = kind] = Object.keys(made);
    const hint = `Give the ${option} with --${option}, or name another state folder in XDG_STATE_HOME.`;
    throw new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
  }
}

function isMade(made: unknown): made is Kept[string] {
  return typeof made === "object" && made !== null && Object.values(made).every((value) => typeof value === "string");
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
