import { createHash } from "node:crypto";
import { link, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
import { writeThrough } from "../whole-file.ts";
import type { ProjectState } from "./project.ts";
import { valueNotKept } from "./sentences.ts";

/**
 * What a project keeps from one run to the next, in a file that only its user can read: for each kind of
 * authentication what was made for it, `{ token: { token: "…" } }`.
 */
export type KeptSecrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

const name = "kept.json";

/** Nothing where there is no such file, or none that can be read. */
export async function readKept(state: ProjectState): Promise<KeptSecrets> {
  try {
    const entries = Object.entries(await readAll(state)).map(([kind, made]) => [kind, inForm(kind, made)] as const);
    return Object.fromEntries(entries.flatMap(([kind, made]) => (isMade(made) ? [[kind, made]] : [])));
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return {}; // another user's, or a folder in its place: what needs a token makes one, and says so if it cannot
  }
}

/** Beside what was made for this kind of authentication before, or in its place. Throws `HooksError` FOLDER_UNWRITABLE. */
export async function keep(state: ProjectState, kind: string, made: KeptSecrets[string]): Promise<void> {
  await write(state, kind, made, rename);
}

/**
 * The same for a project that had nothing of this kind; resolves with what is kept now. Of two that start at once one
 * keeps what it made, and both go on with that.
 */
export async function keepFirst(
  state: ProjectState,
  kind: string,
  made: KeptSecrets[string],
): Promise<KeptSecrets[string]> {
  await write(state, kind, made, async (temporary, file) => {
    const isThere = await link(temporary, file).then(
      () => false,
      () => true, // or the file system has no links
    );
    if (isThere && (await readKept(state))[kind] === undefined) await rename(temporary, file);
  });
  return { ...made, ...(await readKept(state))[kind] };
}

async function write(
  state: ProjectState,
  kind: string,
  made: KeptSecrets[string],
  place: (temporary: string, file: string) => Promise<void>,
): Promise<void> {
  try {
    await makeFolder(state.folder);
    const all = await readAll(state);
    const before = all[kind];
    const content = { ...all, [kind]: { ...(isMade(before) ? before : {}), ...made } };
    const mark = createHash("sha256").update(JSON.stringify(made)).digest("hex").slice(0, 12);
    const temporary = join(state.folder, `${name}.${mark}.tmp`); // what was made is random: no other writer has this name
    await writeThrough(temporary, JSON.stringify(content, null, 2), () => place(temporary, join(state.folder, name)));
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    const [option = kind] = Object.keys(made);
    throw valueNotKept(state, option, cause);
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

/** What was edited into something else counts as nothing. Rejects with the system's errors. */
async function readAll({ folder }: ProjectState): Promise<Record<string, unknown>> {
  try {
    const all: unknown = JSON.parse(await readFile(join(folder, name), "utf8"));
    return typeof all === "object" && all !== null && !Array.isArray(all) ? { ...all } : {};
  } catch (cause) {
    if (cause instanceof SyntaxError || systemCode(cause) === "ENOENT") return {};
    throw cause;
  }
}
