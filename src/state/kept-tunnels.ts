import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { systemCode } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
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
  const records = await Promise.all((await recordFilesIn(keptTunnelFolder(state))).map(readRecord));
  return records.filter((record) => record !== undefined);
}

/**
 * Puts this record there, where nobody has a place there: `isFree` judges the one that is there already, undefined where
 * there is none. False where that is not so, or where another process is claiming it at this moment. Rejects with the
 * system's errors.
 */
export async function claimKeptTunnel(
  state: ProjectState,
  record: KeptTunnelRecord,
  { isFree, isAlive }: ClaimSurroundings,
): Promise<boolean> {
  await makeFolder(keptTunnelFolder(state));
  const unlock = await lock(`${fileOf(state)}.lock`, record.holder.processId, isAlive);
  if (unlock === undefined) return false;
  try {
    if (!(await isFree(await readKeptTunnel(state)))) return false;
    await writeKeptTunnel(state, record);
    return true;
  } finally {
    await unlock();
  }
}

export interface ClaimSurroundings {
  isFree(record: KeptTunnelRecord | undefined): Promise<boolean>;
  isAlive(processId: number): boolean;
}

/** Undefined where a process that lives has it. */
async function lock(
  file: string,
  by: number,
  isAlive: (processId: number) => boolean,
): Promise<(() => Promise<void>) | undefined> {
  for (const isLastTry of [false, true]) {
    try {
      await writeFile(file, String(by), { mode: 0o600, flag: "wx" });
      return () => rm(file, { force: true });
    } catch (cause) {
      if (systemCode(cause) !== "EEXIST") throw cause;
      const owner = Number(await readFile(file, "utf8").catch(() => ""));
      if (isLastTry || (owner > 0 && isAlive(owner))) return undefined;
      await rm(file, { force: true }); // whoever had it ended within these milliseconds
    }
  }
  return undefined;
}

/** Takes away what lies there, if it is this record; what somebody else has put there meanwhile stays. */
export async function removeKeptTunnel(state: ProjectState, record: KeptTunnelRecord): Promise<void> {
  const file = fileOf(state);
  const own = `${file}.${record.holder.processId}.old`;
  const isTaken = await rename(file, own).then(
    () => true,
    () => false, // it is gone
  );
  if (!isTaken) return;
  const taken = await readRecord(own);
  if (taken?.control !== record.control) await link(own, file).catch(() => undefined);
  await rm(own, { force: true });
}

/** In the place of the one that is there. Rejects with the system's errors. */
export async function writeKeptTunnel(state: ProjectState, record: KeptTunnelRecord): Promise<void> {
  await writeWhole(fileOf(state), JSON.stringify(record), { by: record.holder.processId });
}

/** Where they are kept. */
export function keptTunnelFolder({ shared }: ProjectState): string {
  return join(shared, "kept-tunnels");
}

function fileOf(state: ProjectState): string {
  return join(keptTunnelFolder(state), `${basename(state.folder)}.json`);
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
