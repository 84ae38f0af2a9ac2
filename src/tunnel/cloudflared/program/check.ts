import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { limitText } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { Machine } from "../../provider.ts";
import { environmentOf } from "../process/environment.ts";
import type { FetchSurroundings } from "./downloading.ts";
import { notExecutable, notReadable, notStarted, otherContent, otherVersion } from "./fetch-sentences.ts";
import type { Released } from "./release.ts";

/** That this file is what was released, and runs here. Throws `HooksError` DOWNLOAD_FAILED. */
export async function checkProgram(
  file: string,
  released: Released,
  { machine, clock }: Pick<FetchSurroundings, "machine" | "clock">,
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash).catch((cause: unknown) => {
    throw notReadable(machine, cause);
  });
  if (hash.digest("hex") !== released.sha256) throw otherContent(machine);
  await access(file, constants.X_OK).catch((cause: unknown) => {
    throw systemCode(cause) === "ENOENT" ? notReadable(machine, cause) : notExecutable(machine, cause);
  });
  const over = new AbortController();
  const asked = versionOf(file, machine, AbortSignal.any([signal, over.signal]));
  const printed = await within(clock, patienceMs, asked).finally(() => over.abort());
  if (printed === undefined) throw notStarted(`no answer in ${limitText(patienceMs)}`, machine, undefined);
  if (!signal.aborted && !printed.includes(`cloudflared version ${released.version} `))
    throw otherVersion(printed, released.version, machine);
}

const patienceMs = 10_000;

/** What it prints for its version; nothing where the signal aborts. */
function versionOf(file: string, machine: Machine, signal: AbortSignal): Promise<string> {
  const options = { env: environmentOf(machine.env, {}), killSignal: "SIGKILL", signal } as const;
  return new Promise((resolve, reject) => {
    try {
      execFile(file, ["--version"], options, (cause, stdout) => {
        if (cause === null || signal.aborted) resolve(stdout);
        else reject(whyNot(cause, machine));
      });
    } catch (cause) {
      reject(notStarted(String(systemCode(cause)), machine, cause)); // some of what can be wrong is thrown
    }
  });
}

function whyNot(cause: Error & { code?: unknown }, machine: Machine) {
  if (cause.code === "EACCES") return notExecutable(machine, cause);
  const how = String(cause.code ?? cause.message);
  return notStarted(typeof cause.code === "number" ? `exit status ${how}` : how, machine, cause);
}
