import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { systemCode } from "../../../errors.ts";
import type { Machine } from "../../provider.ts";
import { environmentOf } from "../process/environment.ts";
import { notExecutable, notStarted, otherContent, otherVersion } from "./fetch-sentences.ts";
import type { Released } from "./release.ts";

/** That this file is what was released, and runs here. Throws `HooksError` DOWNLOAD_FAILED. */
export async function checkProgram(
  file: string,
  released: Released,
  machine: Machine,
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  if (hash.digest("hex") !== released.sha256) throw otherContent(machine);
  await access(file, constants.X_OK).catch((cause: unknown) => {
    throw notExecutable(file, machine, cause);
  });
  const printed = await versionOf(file, machine, signal);
  if (!signal.aborted && !printed.includes(`cloudflared version ${released.version} `))
    throw otherVersion(printed, released.version, machine);
}

const patienceMs = 10_000;

/** What it prints for its version; nothing where the signal aborts. */
function versionOf(file: string, machine: Machine, signal: AbortSignal): Promise<string> {
  const options = { env: environmentOf(machine.env, {}), timeout: patienceMs, killSignal: "SIGKILL", signal } as const;
  return new Promise((resolve, reject) => {
    try {
      execFile(file, ["--version"], options, (cause, stdout) => {
        if (cause === null || signal.aborted) resolve(stdout);
        else reject(whyNot(file, cause, machine));
      });
    } catch (cause) {
      reject(notStarted(String(systemCode(cause)), machine, cause)); // some of what can be wrong is thrown
    }
  });
}

function whyNot(file: string, cause: Error & { code?: unknown; killed?: boolean }, machine: Machine) {
  if (cause.code === "EACCES") return notExecutable(file, machine, cause);
  const how = cause.killed === true ? `no answer in ${patienceMs / 1_000} s` : String(cause.code ?? cause.message);
  return notStarted(typeof cause.code === "number" ? `exit status ${how}` : how, machine, cause);
}
