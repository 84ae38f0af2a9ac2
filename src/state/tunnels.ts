import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { writeWhole } from "../whole-file.ts";
import type { ProjectState } from "./project.ts";
import { recordFilesIn } from "./record-files.ts";

/** A process that one of ours started for a tunnel, and who that was. */
export interface TunnelRecord {
  owner: KnownProcess;
  started: KnownProcess;
  arguments: readonly string[];
}

export interface KnownProcess {
  processId: number;
  /** As the system tells it; only ever compared. */
  startedAt: string;
}

/** Where tunnels keep what they need, of every project: what is left over is found by whoever starts next. */
export function tunnelFolder(state: ProjectState): string {
  return join(state.shared, "tunnels");
}

/** Keeps it until the returned function is called. */
export async function rememberTunnel(state: ProjectState, record: TunnelRecord): Promise<() => Promise<void>> {
  const folder = tunnelFolder(state);
  const file = join(folder, `${record.owner.processId}-${record.started.processId}.json`);
  await makeFolder(folder);
  await writeWhole(file, JSON.stringify(record), { by: record.owner.processId });
  return () => rm(file, { force: true });
}

export interface RememberedTunnel {
  record: TunnelRecord;
  forget(): Promise<void>;
}

/** What is remembered of every project. A file that is no such record is left alone. */
export async function rememberedTunnels(state: ProjectState): Promise<RememberedTunnel[]> {
  const files = await recordFilesIn(tunnelFolder(state));
  const read = await Promise.all(files.map(async (file) => ({ file, record: await readRecord(file) })));
  return read.flatMap(({ file, record }) =>
    record === undefined ? [] : [{ record, forget: () => rm(file, { force: true }) }],
  );
}

async function readRecord(file: string): Promise<TunnelRecord | undefined> {
  try {
    const { owner, started, arguments: args }: Partial<TunnelRecord> = JSON.parse(await readFile(file, "utf8"));
    if (!isProcess(owner) || !isProcess(started) || !Array.isArray(args)) return undefined;
    return { owner, started, arguments: args.map(String) };
  } catch {
    return undefined; // gone meanwhile, or not ours
  }
}

function isProcess(known: Partial<KnownProcess> | undefined): known is KnownProcess {
  return typeof known?.processId === "number" && known.processId > 1 && typeof known.startedAt === "string";
}
