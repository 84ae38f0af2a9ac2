// A program that runs to its end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Runs node with these words in a folder; gives the time in ms. With a signal, it is ended once that aborts. */
export async function runProgram(words, folder, { signal } = {}) {
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state") };
  const began = performance.now();
  const program = spawn(process.execPath, words, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
  signal?.addEventListener("abort", () => program.kill("SIGKILL"), { once: true });
  let said = "";
  program.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-2_000)));
  const [status] = await once(program, "exit");
  if (status !== 0 && signal?.aborted !== true) throw new Error(`It ended with ${status}: ${said}`);
  return performance.now() - began;
}
