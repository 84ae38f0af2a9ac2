// How long a user waits, as multiples of a bare `node -e 0`. Usage: node bench/startup.mjs [--rounds n]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "30" } } });
const program = resolve("bin/appdirect-hooks.js");
const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));
const surroundings = { cwd: folder, env: { ...process.env, XDG_STATE_HOME: join(folder, "state") } };

const bare = { name: "node -e 0", measure: () => untilExit(["-e", "0"]) };
const commands = [
  { name: "--version", limit: 1.25, measure: () => untilExit([program, "--version"]) },
  { name: "--help", limit: 1.7, measure: () => untilExit([program, "--help"]) },
  { name: "generate user.added", limit: 2, measure: () => untilExit([program, "generate", "user.added"]) },
  { name: "listen --no-tunnel, until it answers", limit: 3, measure: untilAnswered },
];

try {
  const times = await measureAll([bare, ...commands], Number(values.rounds));
  const rows = commands.map((command) =>
    rowOf(command, lowerQuartile(times.get(command)), lowerQuartile(times.get(bare))),
  );
  console.log(`Node ${process.versions.node}, ${values.rounds} rounds, lower quartiles`);
  console.table([{ command: bare.name, ms: rounded(lowerQuartile(times.get(bare))) }, ...rows]);
  if (rows.some((row) => !row.holds)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** In another order each round, so that none always runs after the same neighbour. */
async function measureAll(measured, rounds) {
  const times = new Map(measured.map((command) => [command, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const command of shuffled(measured)) times.get(command).push(await command.measure());
  }
  return times;
}

function shuffled(items) {
  const placed = items.map((item) => ({ item, place: Math.random() }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ item }) => item);
}

async function untilExit(args) {
  const start = performance.now();
  const [status] = await once(spawn(process.execPath, args, { ...surroundings, stdio: "ignore" }), "exit");
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}.`);
  return performance.now() - start;
}

async function untilAnswered() {
  const start = performance.now();
  const args = [program, "listen", "--no-tunnel", "--json"];
  const listener = spawn(process.execPath, args, { ...surroundings, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface({ input: listener.stdout }), "line");
  const status = await post(JSON.parse(line).local);
  const elapsed = performance.now() - start;
  if (status !== 200) throw new Error(`The listener answered ${status}.`);
  listener.kill();
  await once(listener, "exit");
  return elapsed;
}

function post(url) {
  const body = JSON.stringify({ resource: { type: "USER", uuid: "1" }, resourceAction: "ADDED" });
  return new Promise((done, fail) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const call = request(url, { method: "POST", agent: false, headers }, (answer) => done(answer.resume().statusCode));
    call.once("error", fail).end(body);
  });
}

function lowerQuartile(times) {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 4)];
}

function rowOf({ name, limit }, ms, bareMs) {
  const ratio = ms / bareMs;
  return { command: name, ms: rounded(ms), ratio: rounded(ratio, 2), limit, holds: ratio <= limit };
}

function rounded(value, digits = 1) {
  return Number(value.toFixed(digits));
}
