import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs these tests in a copy: "passed", "failed", or "timed out" after so many ms; "stopped" where the signal asks. */
export async function runTests(tests, { copy, timeoutMs, signal, options = ["--bail", "1", "--maxWorkers", "1"] }) {
  if (signal.aborted) return "stopped";
  const vitest = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...tests, ...options], {
    cwd: copy.root,
    env: { ...process.env, TMPDIR: copy.temporary },
    stdio: "ignore",
    detached: true,
  });
  const ended = new AbortController();
  const late = sleep(timeoutMs, "timed out", { signal: AbortSignal.any([signal, ended.signal]) });
  const outcome = await Promise.race([
    once(vitest, "exit").then(([status]) => (status === 0 ? "passed" : "failed")),
    late.catch(() => "stopped"),
  ]);
  ended.abort();
  endAllIn(copy, vitest.pid);
  return outcome;
}

/** The group of Vitest, and what its tests started in groups of their own: all that have the copy's place for temporary files. */
function endAllIn(copy, group) {
  for (const pid of [-group, ...leftOver(copy)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (cause) {
      if (cause.code !== "ESRCH") throw cause;
    }
  }
}

/** Where there is no /proc, none is found. */
function leftOver(copy) {
  return namesIn("/proc")
    .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(`TMPDIR=${copy.temporary}`))
    .map(Number);
}

const environmentOf = (pid) => orNothing(() => readFileSync(join("/proc", pid, "environ"), "utf8").split("\0"));
const namesIn = (folder) => orNothing(() => readdirSync(folder));

function orNothing(read) {
  try {
    return read();
  } catch {
    return [];
  }
}
