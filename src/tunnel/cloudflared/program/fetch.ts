import { rmSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { unitsMs } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import { makeFolder } from "../../../make-folder.ts";
import { cacheFolder, nameOn } from "./cache.ts";
import { checkProgram } from "./check.ts";
import { download, type FetchSurroundings, type FetchWatch } from "./downloading.ts";
import type { Released } from "./release.ts";
import { cacheUnwritable, downloadFailed, notReadable } from "./fetch-sentences.ts";

/**
 * Puts this version into our cache, whole and checked, or nothing; undefined where the signal aborted it. Throws
 * `HooksError` DOWNLOAD_FAILED and FOLDER_UNWRITABLE.
 */
export async function fetchCloudflared(
  released: Released,
  surroundings: FetchSurroundings,
  watch: FetchWatch,
): Promise<{ file: string; ms: number } | undefined> {
  const { machine, clock, atExit } = surroundings;
  const startedAt = clock.elapsed();
  const cache = cacheFolder(machine);
  const folder = await makeTrialFolder(cache, surroundings);
  const forget = atExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const to = join(folder, nameOn(machine));
    const facts = await download({ to, released }, surroundings, watch);
    if (watch.signal.aborted) return undefined;
    if (facts.isDone !== true || facts.received?.bytes !== released.bytes)
      throw downloadFailed(facts, { released, machine, folder: cache });
    await checkProgram(to, released, surroundings, watch.signal);
    if (watch.signal.aborted) return undefined;
    const file = join(cache, nameOn(machine));
    await rename(to, file).catch((cause: unknown) => {
      if (systemCode(cause) === "ENOENT") throw notReadable(machine, cause);
      throw cacheUnwritable(cache, machine, cause);
    });
    return { file, ms: clock.elapsed() - startedAt };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    forget();
  }
}

/** Its name tells whose it is: what a process left behind that is gone is removed. */
async function makeTrialFolder(cache: string, surroundings: FetchSurroundings): Promise<string> {
  const { machine } = surroundings;
  try {
    await makeFolder(cache);
    for (const entry of await readdir(cache))
      if (await isLeft(entry, cache, surroundings)) await rm(join(cache, entry), { recursive: true, force: true });
    return await mkdtemp(join(cache, `fetch-${machine.processId}-`));
  } catch (cause) {
    throw cacheUnwritable(cache, machine, cause);
  }
}

/** Two containers that share a cache may each have our number: what has it and is young may be in use. */
async function isLeft(entry: string, cache: string, { machine, clock, isAlive }: FetchSurroundings): Promise<boolean> {
  const [, processId] = /^fetch-(\d+)-/.exec(entry) ?? [];
  if (processId === undefined) return false;
  if (Number(processId) !== machine.processId) return !isAlive(Number(processId));
  const found = await stat(join(cache, entry)).catch(() => undefined);
  return found !== undefined && clock.now().getTime() - found.mtimeMs > unitsMs.h;
}
