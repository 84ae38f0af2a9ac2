import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode } from "../../errors.ts";
import { tunnelFolder } from "../../state/index.ts";
import type { Check } from "../check.ts";
import { failure, ok } from "../judgements.ts";

/** Whether what is kept between runs can be written: of the project, and for tunnels. */
export const stateFolder: Check = async ({ state, tunnel: { machine } }) => {
  for (const folder of [state.folder, tunnelFolder(state)]) {
    const code = await whyUnwritable(folder, machine.processId);
    if (code !== undefined)
      return [
        failure(
          state.problem === undefined ? `${folder} cannot be written (${code}).` : `Nothing is kept: ${state.problem}.`,
          "Make room, or make it writable for this user; or name another state folder in XDG_STATE_HOME.",
        ),
      ];
  }
  return [ok(`${state.folder} can be written.`)];
};

/** More than a disk that is full has left. */
const trialBytes = 64 * 1024;

/** The system's code; undefined where it can be. What was made for the trial is gone afterwards. */
async function whyUnwritable(folder: string, processId: number): Promise<string | undefined> {
  const file = join(folder, `.doctor-${processId}.tmp`);
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, Buffer.alloc(trialBytes), { mode: 0o600 });
    return undefined;
  } catch (cause) {
    return systemCode(cause) ?? String(cause);
  } finally {
    await rm(file, { force: true }).catch(() => undefined); // told already
    if (made !== undefined) await removeEmpty(folder, made);
  }
}

/** From a folder up to one that it lies in. What got something else meanwhile stays. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  for (let each = folder; each.startsWith(upTo); each = dirname(each)) {
    const isGone = await rmdir(each).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
