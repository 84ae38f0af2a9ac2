// Installs the packed tarball in an empty folder and uses it as a user would.
// Usage: node scripts/smoke.mjs <tarball>; the Node that runs this is the one the package is tried on.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const tarball = resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-smoke-"));
const surroundings = {
  cwd: folder,
  env: { ...process.env, XDG_STATE_HOME: join(folder, "state") },
  shell: process.platform === "win32",
  timeout: 30_000,
};

try {
  installsOnePackageAndRunsNoScript();
  installsWithoutAnythingElse();
  tellsItsVersion();
  isALibrary();
  hasSchemas();
  await takesAnEvent(generatesAnEvent());
  console.log(`The package works on Node ${process.versions.node}.`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function installsOnePackageAndRunsNoScript() {
  run("npm", ["install", "--no-audit", "--no-fund", tarball]);
  const { packages } = readJson(join(folder, "node_modules", ".package-lock.json"));
  assert.deepEqual(Object.keys(packages), ["node_modules/appdirect-hooks"]);
  assert.equal(packages["node_modules/appdirect-hooks"].hasInstallScript, undefined);
}

/** No registry, no script, no other place: nothing is fetched, and nothing is warned of. */
function installsWithoutAnythingElse() {
  const elsewhere = mkdtempSync(join(folder, "offline-"));
  const nowhere = { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9" };
  const env = { ...surroundings.env, ...nowhere, npm_config_cache: join(elsewhere, "cache") };
  const args = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];
  writeFileSync(join(elsewhere, "package.json"), "{}");
  const options = { ...surroundings, cwd: elsewhere, env, encoding: "utf8" };
  const { status, stdout, stderr } = spawnSync("npm", [...args, tarball], options);
  assert.deepEqual([status, stderr.trim()], [0, ""], stdout);
  run("npx", ["--no-install", "appdirect-hooks", "--version"], { cwd: elsewhere, env });
}

function tellsItsVersion() {
  const { version } = readJson(join(folder, "node_modules", "appdirect-hooks", "package.json"));
  assert.equal(run("npx", ["appdirect-hooks", "--version"]), `${version}\n`);
}

function isALibrary() {
  run(process.execPath, ["--input-type=module", "--eval", `await import("appdirect-hooks");`], { shell: false });
}

/** As an import, as a file that other tools are given, and one that another refers to. */
function hasSchemas() {
  const program = `
    import { createRequire } from "node:module";
    import { readFileSync } from "node:fs";
    import order from "appdirect-hooks/schemas/order.json" with { type: "json" };
    const file = createRequire(import.meta.url).resolve("appdirect-hooks/schemas/event.json");
    const { allOf } = JSON.parse(readFileSync(file, "utf8"));
    console.log(order.title, allOf.some(({ then }) => then.$ref === "order.json"));`;
  const args = ["--no-warnings", "--input-type=module", "--eval", program];
  assert.equal(run(process.execPath, args, { shell: false }), "AppDirect webhook: ORDER true\n");
}

function generatesAnEvent() {
  const body = run("npx", ["appdirect-hooks", "generate", "subscription.added"]);
  const payload = JSON.parse(body);
  assert.deepEqual([payload.resource.type, payload.resourceAction], ["SUBSCRIPTION", "ADDED"]);
  return body;
}

async function takesAnEvent(body) {
  const listening = ["appdirect-hooks", "listen", "--no-tunnel", "--count", "1", "--json"];
  const listener = spawn("npx", listening, { ...surroundings, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(listener, "exit");
  const { local } = await firstLine(listener.stdout);
  const answer = await fetch(local, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(answer.status, 200);
  assert.deepEqual(await ended, [0, null]);
  const recordings = join(folder, "fixtures", "subscription.added");
  const [file, ...others] = readdirSync(recordings);
  assert.deepEqual(others, []);
  assert.deepEqual(readJson(join(recordings, file)).payload, JSON.parse(body));
}

/** With --json it is the `ready` object. */
async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) {
    stream.resume();
    return JSON.parse(line);
  }
  throw new Error("It ended without a word.");
}

function run(command, args, options = {}) {
  return execFileSync(command, args, {
    ...surroundings,
    ...options,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
