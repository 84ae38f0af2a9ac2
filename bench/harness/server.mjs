// A program that prints its address first and then runs: `listen`, or its peer.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "./folder.mjs";

/**
 * Starts node with the words that `wordsIn(folder)` gives, in a folder of its own. `reads`: whether somebody reads what
 * it prints after its address. `close()` ends it.
 */
export async function startServer({ wordsIn, nodeOptions = "", reads = true }) {
  const folder = benchFolder();
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), NODE_OPTIONS: nodeOptions };
  const server = spawn(process.execPath, wordsIn(folder), { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-2_000)));
  const [url] = await Promise.race([once(server.stdout.setEncoding("utf8"), "data"), once(server, "exit")]);
  if (typeof url !== "string") throw new Error(`It ended: ${said}`);
  if (reads) server.stdout.resume();
  else server.stdout.pause();
  return {
    url: url.trim(),
    folder,
    memory: () => memoryOf(server.pid),
    cpuMs: () => cpuMsOf(server.pid),
    async close() {
      server.stdout.resume();
      server.kill("SIGKILL");
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    },
  };
}

/** In MB of 1,000,000 bytes; Linux alone tells a peak. */
function memoryOf(processId) {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  const megabytes = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)[1]) * 0.001024);
  return { resident: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Time of the processor so far, in ms; Linux alone, to 10 ms. */
function cpuMsOf(processId) {
  const [, user, system] = /\) \S(?: \S+){10} (\d+) (\d+)/.exec(readFileSync(`/proc/${processId}/stat`, "utf8"));
  return (Number(user) + Number(system)) * 10;
}
