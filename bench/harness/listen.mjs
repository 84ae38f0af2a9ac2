// A `listen` that runs, and senders for it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Starts `listen` in a folder of its own. `checkout`: whose build it is. `reads`: whether somebody reads what it prints
 * after its address. `close()` ends it and removes the folder.
 */
export async function startListen({ args = [], checkout = ".", nodeOptions = "", reads = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), NODE_OPTIONS: nodeOptions };
  const words = [resolve(checkout, "bin/appdirect-hooks.js"), "listen", "--no-tunnel", "--port", "0", "--print-url"];
  const listener = spawn(process.execPath, [...words, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  listener.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-2_000)));
  const [url] = await Promise.race([once(listener.stdout.setEncoding("utf8"), "data"), once(listener, "exit")]);
  if (typeof url !== "string") throw new Error(`listen ended: ${said}`);
  if (reads) listener.stdout.resume();
  else listener.stdout.pause();
  return {
    url: url.trim(),
    folder,
    fixtures: join(folder, "fixtures"),
    memory: () => memoryOf(listener.pid),
    cpuMs: () => cpuMsOf(listener.pid),
    async close() {
      listener.stdout.resume();
      listener.kill("SIGKILL");
      if (listener.exitCode === null && listener.signalCode === null) await once(listener, "exit");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Sends `count` events on so many connections; how many were answered 200, and the time in ms. */
export async function sendAll({ url }, { count, connections, bodyOf }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  let accepted = 0;
  const began = performance.now();
  const sendOn = async () => {
    for (let number = next++; number < count; number = next++) {
      if ((await post(url, bodyOf(number), agent)) === 200) accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
  agent.destroy();
  return { accepted, ms: performance.now() - began };
}

/** A handler that takes what comes and never answers. */
export async function hangingHandler() {
  const server = createServer((call) => call.resume()).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The uuid of the nth event. */
export function uuidOf(number) {
  return `${number.toString(16).padStart(8, "0")}-0001-4000-8000-000000000001`;
}

function post(url, body, agent) {
  return new Promise((done) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const call = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().once("end", () => done(answer.statusCode));
    });
    call.once("error", () => done(undefined)).end(body);
  });
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
