import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "../errors.ts";
import type { StatePlace } from "./project.ts";
import { valueNotKept } from "./sentences.ts";

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
    const entries = Object.entries((await open(place)).store).map(
      ([kind, made]) => [kind, inForm(kind, made)] as const,
    );
    return Object.fromEntries(entries.flatMap(([kind, made]) => (isMade(made) ? [[kind, made]] : [])));
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return {}; // another user's, or a folder in its place: what needs a token makes one, and says so if it cannot
  }
}

/** Beside what was made for this kind of authentication before, or in its place. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function keep(place: StatePlace, kind: string, made: Kept[string]): Promise<void> {
  try {
    const file = await open(place);
    const before = file.get(kind);
    file.set(kind, { ...(isMade(before) ? before : {}), ...made });
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    const [option = kind] = Object.keys(made);
    throw valueNotKept(place.folder, option, cause);
  }
}

/** The first form had one kind, and held its only value: `{ token: "…" }`. */
function inForm(kind: string, made: unknown): unknown {
  return typeof made === "string" ? { [kind]: made } : made;
}

function isMade(made: unknown): made is Kept[string] {
  if (typeof made !== "object" || made === null) return false;
  return Object.values(made).every((value) => typeof value === "string" && value !== "");
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
