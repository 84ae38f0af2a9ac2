// How much memory `listen` takes for many large bodies at once. Linux only: nowhere else does the system tell a peak.
// Usage: node bench/bodies-at-once.mjs [--bodies n] [--megabytes n] [--limit megabytes]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    bodies: { type: "string", default: "100" },
    megabytes: { type: "string", default: "5" },
    limit: { type: "string", default: "600" },
  },
});
const count = Number(values.bodies);
const bytes = Number(values.megabytes) * 1_000_000;
const limit = Number(values.limit);
const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));

try {
  const { peak, seconds, statuses } = await measure();
  const answered = statuses.filter((status) => status === 200).length;
  const recorded = readdirSync(join(folder, "fixtures"), { recursive: true }).filter((name) => name.endsWith(".json"));
  console.log(`Node ${process.versions.node}, ${count} bodies of ${values.megabytes} MB at once`);
  console.table([
    { "peak in MB": peak, limit, seconds, "answered 200": answered, recorded: recorded.length, holds: peak <= limit },
  ]);
  if (peak > limit || answered < count || recorded.length < count) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure() {
  const args = [resolve("bin/appdirect-hooks.js"), "listen", "--no-tunnel", "--port", "0", "--print-url"];
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state") };
  const listener = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: listener.stdout });
  const [line] = await once(lines, "line");
  lines.on("line", () => undefined);
  const start = performance.now();
  const statuses = await Promise.all(Array.from({ length: count }, (_, number) => post(line, bodyOf(number))));
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${listener.pid}/status`, "utf8"));
  listener.kill();
  await once(listener, "exit");
  return { peak: Math.round(Number(peak) / 1000), seconds, statuses };
}

/** An event with many small things in it, as real ones have. */
function bodyOf(number) {
  const uuid = `${number.toString(16).padStart(8, "0")}-0001-4000-8000-000000000001`;
  const item = JSON.stringify({ id: 1_234_567, name: "An item of an order", price: 10.25, isActive: true });
  const items = Array.from({ length: Math.floor((bytes - 300) / (item.length + 1)) }, () => item).join(",");
  return `{"uuid":"${uuid}","timestamp":1795442711000,"resource":{"type":"USER","uuid":"user-1","content":{"items":[${items}]}},"resourceAction":"ADDED"}`;
}

function post(url, body) {
  return new Promise((done, fail) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const call = request(url, { method: "POST", agent: false, headers }, (answer) => done(answer.resume().statusCode));
    call.once("error", fail).end(body);
  });
}
