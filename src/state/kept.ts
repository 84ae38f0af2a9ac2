import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../errors.ts";
import type { ProjectState } from "./project.ts";
import { valueNotKept } from "./sentences.ts";

/**
 * What a project keeps from one run to the next, in a file that only its user can read: for each kind of
 * authentication what was made for it, `{ token: { token: "…" } }`.
 */
export type KeptSecrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

const name = "kept";

/** Nothing where there is no such file, or none that can be read. */
export async function readKept(state: ProjectState): Promise<KeptSecrets> {
  if (!existsSync(join(state.folder, `${name}.json`))) return {};
  try {
    const entries = Object.entries((await open(state)).store).map(
      ([kind, made]) => [kind, inForm(kind, made)] as const,
    );
    return Object.fromEntries(entries.flatMap(([kind, made]) => (isMade(made) ? [[kind, made]] : [])));
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return {}; // another user's, or a folder in its place: what needs a token makes one, and says so if it cannot
  }
}

/** Beside what was made for this kind of authentication before, or in its place. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function keep(state: ProjectState, kind: string, made: KeptSecrets[string]): Promise<void> {
  try {
    await mkdir(state.folder, { recursive: true, mode: 0o700 }); // conf would let others in
    const file = await open(state);
    const before = file.get(kind);
    file.set(kind, { ...(isMade(before) ? before : {}), ...made });
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    const [option = kind] = Object.keys(made);
    throw valueNotKept(state.folder, option, cause);
  }
}

/** The first form had one kind, and held its only value: `{ token: "…" }`. */
function inForm(kind: string, made: unknown): unknown {
  return typeof made === "string" ? { [kind]: made } : made;
}

function isMade(made: unknown): made is KeptSecrets[string] {
  if (typeof made !== "object" || made === null) return false;
  return Object.values(made).every((value) => typeof value === "string" && value !== "");
}

/** conf writes atomically; it costs 100 ms to load, so only what needs it asks. */
async function open(state: ProjectState) {
  const { default: Conf } = await import("conf");
  return new Conf<Record<string, unknown>>({
    cwd: state.folder,
    configName: name,
    projectName: "appdirect-hooks",
    configFileMode: 0o600,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
}
