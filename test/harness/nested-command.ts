import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";
import { program } from "./program.ts";
import { isRunning } from "./running-processes.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A command that never ends by itself, below two shells, as a script of npm is. */
export interface NestedCommand {
  typed: string;
  /** Of the process below the shells, once that runs; is gone after the test. */
  processId(): Promise<number>;
  /** Resolves when that process does not run any more. */
  gone(): Promise<boolean>;
}

/** With "stubborn" the process below the shells ignores SIGTERM. */
export async function nestedCommand(manner = "yielding"): Promise<NestedCommand> {
  const folder = await temporaryFolder();
  const [ready, pidFile] = [join(folder, "ready"), join(folder, "pid")];
  const hangs = program("hangs.js", manner, ready);
  const below = `${hangs} & echo $! > "${pidFile}"; wait`.replaceAll('"', '\\"');
  const processId = async () => {
    await eventually(() => readFile(ready).catch(() => undefined));
    return Number(await readFile(pidFile, "utf8"));
  };
  onTestFinished(async () => {
    const left = await processId();
    if (await isRunning(left)) process.kill(left, "SIGKILL");
  });
  return {
    typed: `sh -c 'sh -c "${below}" & wait'`,
    processId,
    gone: async () => {
      const left = await processId();
      return eventually(async () => !(await isRunning(left)) || undefined);
    },
  };
}
