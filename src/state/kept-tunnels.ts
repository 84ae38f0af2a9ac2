import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { systemCode } from "../errors.ts";
import { writeWhole } from "../whole-file.ts";
import type { ProjectState } from "./project.ts";
import { recordFilesIn } from "./record-files.ts";
import type { KnownProcess } from "./tunnels.ts";

/** A tunnel that goes on without a `listen`, and the process of ours that holds it. One a project. */
export interface KeptTunnelRecord {
  /** Of what is spoken at its socket. */
  form: number;
  /** Of ours, that started it. */
  version: string;
  holder: KnownProcess;
  /** The project's root. */
  root: string;
  /** The socket at which its holder is spoken to. */
  control: string;
  /** The public address that was known last, without a path. */
  url?: string;
  /** Where it has ended and told: why, in words. */
  ended?: string;
}

/** Nothing where this project has none, or what lies there is no such record. */
export function readKeptTunnel(state: ProjectState): Promise<KeptTunnelRecord | undefined> {
  return readRecord(fileOf(state));
}

/** Those of every project. */
export async function keptTunnels(state: ProjectState): Promise<KeptTunnelRecord[]> {
  const records = await Promise.all((await recordFilesIn(folderOf(state))).map(readRecord));
  return records.filter((record) => record !== undefined);
}

/** False where the project has one already: of two that start at once, one is the first. Rejects with the system's errors. */
export async function claimKeptTunnel(state: ProjectState, record: KeptTunnelRecord): Promise<boolean> {
  await mkdir(folderOf(state), { recursive: true, mode: 0o700 });
  try {
    await writeFile(fileOf(state), JSON.stringify(record), { mode: 0o600, flag: "wx" });
    return true;
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** In the place of the one that is there. Rejects with the system's errors. */
export async function writeKeptTunnel(state: ProjectState, record: KeptTunnelRecord): Promise<void> {
  await writeWhole(fileOf(state), JSON.stringify(record), { by: record.holder.processId });
}

export async function forgetKeptTunnel(state: ProjectState): Promise<void> {
  await rm(fileOf(state), { force: true });
}

function folderOf({ shared }: ProjectState): string {
  return join(shared, "kept-tunnels");
}

function fileOf(state: ProjectState): string {
  return join(folderOf(state), `${basename(state.folder)}.json`);
}

async function readRecord(file: string): Promise<KeptTunnelRecord | undefined> {
  try {
    const record: Partial<KeptTunnelRecord> = JSON.parse(await readFile(file, "utf8"));
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined; // none, gone meanwhile, or not ours
  }
}

function isRecord(record: Partial<KeptTunnelRecord>): record is KeptTunnelRecord {
  const { form, version, holder, root, control } = record;
  const isHolder =
    typeof holder?.processId === "number" && holder.processId > 1 && typeof holder.startedAt === "string";
  return isHolder && typeof form === "number" && [version, root, control].every((text) => typeof text === "string");
}
