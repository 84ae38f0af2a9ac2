import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { localAddressOf } from "../loopback.ts";
import { makeFolder } from "../make-folder.ts";
import { writeWhole } from "../whole-file.ts";
import type { ProjectState } from "./project.ts";
import { recordFilesIn } from "./record-files.ts";

/** A `listen` of this project that runs. */
export interface Listening {
  processId: number;
  host: string;
  port: number;
  /** Where it listens on this machine. */
  local: string;
}

/** The listener of this project that is still there, if one is. What dead ones left is removed. */
export async function findListening(
  state: ProjectState,
  isAlive: (processId: number) => boolean,
): Promise<Listening | undefined> {
  for (const file of await recordFilesIn(folderOf(state))) {
    const listening = await readRecord(file);
    if (listening !== undefined && (await isListener(listening, isAlive))) return listening;
    await rm(file, { force: true });
  }
  return undefined;
}

/** Says that this process listens; the returned function takes it back. */
export async function announceListening(state: ProjectState, listening: Listening): Promise<() => Promise<void>> {
  const folder = folderOf(state);
  const file = join(folder, `${listening.processId}.json`);
  await makeFolder(folder);
  await writeWhole(file, JSON.stringify(listening), { by: listening.processId });
  return () => rm(file, { force: true });
}

function folderOf(state: ProjectState): string {
  return join(state.folder, "listening");
}

async function readRecord(file: string): Promise<Listening | undefined> {
  try {
    const parsed: Partial<Listening> = JSON.parse(await readFile(file, "utf8"));
    const { processId, host, port, local } = parsed;
    if (typeof processId !== "number" || typeof port !== "number" || typeof host !== "string") return undefined;
    return { processId, host, port, local: String(local) };
  } catch {
    return undefined; // gone meanwhile, or no record
  }
}

/** Process ids are used again: only one that also holds the port is ours. */
async function isListener(
  { processId, host, port }: Listening,
  isAlive: (processId: number) => boolean,
): Promise<boolean> {
  if (!isAlive(processId)) return false;
  const { accepts } = await import("../accepting.ts"); // most starts find no record of another
  return accepts([localAddressOf(host)], port);
}
