// How long a user waits for a command, as multiples of a bare `node -e 0`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { paired, ratioRow } from "../harness/paired.mjs";
import { untilExit, untilLine } from "../harness/programs.mjs";

const program = resolve("bin/appdirect-hooks.js");

/** A start is short, so each round of the table has so many. */
const startsInRound = 5;

const starts = [
  { what: "--version", atMost: 1.25, run: (place) => untilExit([program, "--version"], place) },
  { what: "--help", atMost: 1.7, run: (place) => untilExit([program, "--help"], place) },
  { what: "generate user.added", atMost: 2, run: (place) => untilExit([program, "generate", "user.added"], place) },
  {
    what: "listen --no-tunnel, until it answers",
    atMost: 3,
    run: (place) => untilLine([program, "listen", "--no-tunnel", "--port", "0", "--json"], { ...place, more: answers }),
  },
];

const help = { what: "listen --help", atMost: 1.6, run: (place) => untilExit([program, "listen", "--help"], place) };

/** On the Node that runs this. */
export const rowsHere = starts.map((start) => (options) => within((place) => measured(start, place, options)));

export const rows = [...rowsHere, onNode24];

async function measured({ what, atMost, run }, place, { rounds }) {
  const bare = () => untilExit(["-e", "0"], place);
  const own = () => run(place);
  await bare();
  await own();
  const seen = await paired(rounds * startsInRound, own, bare);
  return ratioRow({ what: `start: ${what}`, against: "node -e 0", unit: "ms", atMost }, seen, "ms");
}

async function onNode24(options) {
  const named = { ...help, what: `${help.what}, Node 24` };
  const temporary = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));
  try {
    const node = process.env.NODE_24 ?? fetchedNode24(temporary);
    if (node !== undefined) return await within((place) => measured(named, { ...place, node }, options));
    const row = { what: `start: ${named.what}`, against: "node -e 0", own: "", peer: "", wanted: `≤ ${named.atMost}` };
    return { ...row, seen: "not measured: there is no Node 24 (NODE_24)", holds: false, load: "" };
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** From npm, as .ci/run gets it; undefined where it is not to be had. */
function fetchedNode24(folder) {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const words = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", `${name}@24`];
    execFileSync("npm", words, { stdio: "ignore", timeout: 120_000 });
  } catch {
    return undefined;
  }
  return join(folder, "node_modules", name, "bin", "node");
}

async function within(measure) {
  const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));
  try {
    return await measure({ cwd: folder, env: { ...process.env, XDG_STATE_HOME: join(folder, "state") } });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function answers(line) {
  const status = await post(JSON.parse(line).local);
  if (status !== 200) throw new Error(`The listener answered ${status}.`);
}

function post(url) {
  const body = JSON.stringify({ resource: { type: "USER", uuid: "1" }, resourceAction: "ADDED" });
  return new Promise((done, fail) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const call = request(url, { method: "POST", agent: false, headers }, (answer) => done(answer.resume().statusCode));
    call.once("error", fail).end(body);
  });
}
