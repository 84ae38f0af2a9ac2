import { rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode } from "../../errors.ts";
import { makeFolder } from "../../make-folder.ts";
import { tunnelFolder } from "../../state/index.ts";
import type { Check, Judgement } from "../check.ts";
import { failure, ok } from "../judgements.ts";

/** Whether what is kept between runs can be written: of the project, and for tunnels. */
export const stateFolder: Check = async ({ state, tunnel: { machine } }) => {
  for (const folder of [state.folder, tunnelFolder(state)]) {
    const code = await whyUnwritable(folder, machine.processId);
    if (code !== undefined) return [state.problem === undefined ? unwritable(folder, code) : noneKept(state.problem)];
  }
  return [ok(`${state.folder} is writable.`)];
};

function unwritable(folder: string, code: string): Judgement {
  const mend = mends[code];
  const another = "ame another state folder in XDG_STATE_HOME.";
  return failure(
    `${folder} is not writable (${code}).`,
    mend === undefined ? `N${another}` : `${mend}, or n${another}`,
  );
}

/** By the system's code; elsewhere only another folder helps: on a disk that is read-only, or below /proc. */
const mends: Record<string, string> = {
  EACCES: "Make it writable for this user",
  EDQUOT: "Free space in this user's quota",
  ENOSPC: "Free space on its disk",
  ENOTDIR: "Move the file that blocks this path",
  EPERM: "Make it writable for this user",
};

function noneKept(problem: string): Judgement {
  return failure(
    `No state can be saved: ${problem}.`,
    "Set HOME to a folder of this user, or name a state folder in XDG_STATE_HOME.",
  );
}

/** More than a disk that is full has left. */
const trialBytes = 64 * 1024;

/** The system's code; undefined where it can be. What was made for the trial is gone afterwards. */
async function whyUnwritable(folder: string, processId: number): Promise<string | undefined> {
  const file = join(folder, `.doctor-${processId}.tmp`);
  let made: string | undefined;
  try {
    made = await makeFolder(folder);
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
