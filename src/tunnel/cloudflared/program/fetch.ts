import { rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, nameOn } from "./cache.ts";
import { checkProgram } from "./check.ts";
import { download, type FetchSurroundings, type FetchWatch } from "./downloading.ts";
import type { Released } from "./release.ts";
import { cacheUnwritable, downloadFailed } from "./fetch-sentences.ts";

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
  const folder = await makeFolder(cache, surroundings);
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
      throw cacheUnwritable(cache, machine, cause);
    });
    return { file, ms: clock.elapsed() - startedAt };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    forget();
  }
}

/** Its name tells whose it is: what a process left behind that is gone is removed. */
async function makeFolder(cache: string, { machine, isAlive }: FetchSurroundings): Promise<string> {
  const name = (processId: number | string) => `fetch-${processId}-`;
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 });
    for (const entry of await readdir(cache)) {
      const [, processId] = /^fetch-(\d+)-/.exec(entry) ?? [];
      const isLeft =
        processId !== undefined && (Number(processId) === machine.processId || !isAlive(Number(processId)));
      if (isLeft) await rm(join(cache, entry), { recursive: true, force: true });
    }
    const folder = await mkdtemp(join(cache, name(machine.processId)));
    await chmod(folder, 0o700);
    return folder;
  } catch (cause) {
    throw cacheUnwritable(cache, machine, cause);
  }
}
