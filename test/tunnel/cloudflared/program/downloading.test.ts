import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../../../src/clock.ts";
import { download, type FetchSurroundings } from "../../../../src/tunnel/cloudflared/program/downloading.ts";
import { eventually } from "../../../harness/eventually.ts";
import { manualClock } from "../../../harness/manual-clock.ts";
import { isRunning } from "../../../harness/running-processes.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

const released = { version: "2026.8.2", bytes: 1_000, sha256: "" };
const ends = "process.stdin.on('end', () => process.exit()).resume();";
const report = (one: object) => `console.log(${JSON.stringify(JSON.stringify(one))});`;

/** Downloads with this script in the place of our program; in it `to` is the file that is meant. */
async function start(
  script: string,
  {
    env = {},
    platform = process.platform,
    ...different
  }: Partial<FetchSurroundings> & { env?: object; platform?: string } = {},
) {
  const folder = await temporaryFolder();
  const to = join(folder, "cloudflared");
  const over = new AbortController();
  const { arch: architecture, pid: processId } = process;
  const signal = (pid: number, name: string) => void (isHere(pid) && process.kill(-pid, name));
  const machine = { env: { ...env }, platform, architecture, homeFolder: folder, processId, signal };
  const text = `const fs = require("node:fs"); const folder = ${JSON.stringify(folder)}; const [command, to, version] = process.argv.slice(1); ${script}`;
  const forgotten: unknown[] = [];
  const facts = download(
    { to, released },
    {
      clock: systemClock,
      machine,
      ownProgram: [process.execPath, "-e", text],
      settings: { stallMs: 30_000 },
      isAlive: () => true,
      atExit: (act) => () => void forgotten.push(act),
      ...different,
    },
    { signal: over.signal, progress: () => undefined },
  );
  return { folder, to, facts, forgotten, stop: () => over.abort() };
}

/** False for who has gone and was not waited for yet. */
const isHere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("our program is told the file and the version, and finds neither our variables nor what would change the package", async () => {
  const withheld = [
    "APPDIRECT_HOOKS_TOKEN",
    "APPDIRECT_CLIENT_SECRET",
    "VERBOSE",
    "CLOUDFLARED_BIN",
    "cloudflared_version",
  ];
  const kept = { HTTPS_PROXY: "http://a:1", all_proxy: "http://b:2", NODE_EXTRA_CA_CERTS: "", HOME: "/there" };
  const env = { ...Object.fromEntries(withheld.map((name) => [name, "1"])), ...kept, NO_PROXY: "github.com" };
  const { facts, folder, to } = await start(
    `fs.writeFileSync(folder + "/seen", JSON.stringify([command, to, version, process.env])); ${report({ what: "done" })}`,
    { env },
  );
  expect(await facts).toEqual({ bytes: 0, isDone: true });
  const [command, file, version, seen] = JSON.parse(await readFile(join(folder, "seen"), "utf8"));
  expect([command, file, version]).toEqual(["fetch-cloudflared", to, "2026.8.2"]);
  expect(seen).toMatchObject(kept);
  expect(seen.NO_PROXY.split(",")[0]).toBe("github.com");
  expect(Object.keys(seen).filter((name) => withheld.includes(name))).toEqual([]);
});

test("a proxy without a scheme is asked by http, and one with a scheme by that", async () => {
  const env = {
    HTTPS_PROXY: "a.example.com:8080",
    all_proxy: "me:secret@b:1",
    ALL_PROXY: "https://c:2",
    https_proxy: "",
    NO_PROXY: "d",
  };
  const { facts, folder } = await start(`fs.writeFileSync(folder + "/seen", JSON.stringify(process.env));`, { env });
  await facts;
  expect(JSON.parse(await readFile(join(folder, "seen"), "utf8"))).toMatchObject({
    ...env,
    HTTPS_PROXY: "http://a.example.com:8080",
    all_proxy: "http://me:secret@b:1",
    NO_PROXY: expect.stringMatching(/^d\b/),
  });
});

test("what it reports is kept, and the file's size with it", async () => {
  const answer = { what: "answer", status: 200, bytes: 1_000, isPage: false };
  const { facts, forgotten } = await start(
    `fs.writeFileSync(to, "x".repeat(1000)); ${report({ what: "proxy", host: "a:1" })} ${report(answer)}
    ${report({ what: "received", bytes: 1_000, isWhole: true })} ${report({ what: "failed", code: "E", message: "m" })}`,
  );
  expect(await facts).toMatchObject({ proxy: "a:1", answer, received: { bytes: 1_000 }, failed: { code: "E" } });
  expect(forgotten).toHaveLength(1);
});

test.each([
  ["grows larger than the release", `fs.writeFileSync(to, "x".repeat(1001));`, 1_001],
  ["grows larger as an archive", `fs.writeFileSync(to + ".tgz", "x".repeat(1002));`, 1_002],
  ["is announced with another size", report({ what: "answer", status: 200, bytes: 7, isPage: false }), 0],
])("what %s is ended at once", async (_, script, bytes) => {
  const { facts } = await start(`${script} ${ends}`);
  expect(await facts).toMatchObject({ bytes });
});

const wholeArchive = report({ what: "received", bytes: 1_000, isWhole: true });
const unpacking = `fs.writeFileSync(to, "x".repeat(5000));`;

test.each([
  ["beside its archive", "linux", `fs.writeFileSync(to + ".tgz", "x".repeat(1000)); ${unpacking}`, 1_000],
  ["of an archive that nobody saw", "darwin", unpacking, 0],
  ["after the answer came whole", "linux", `${wholeArchive} ${unpacking}`, 5_000],
])("a program that is unpacked %s may be larger than the release", async (_, platform, script, bytes) => {
  const clock = manualClock();
  const { facts, folder } = await start(
    `${script} fs.writeFileSync(folder + "/ready", ""); ${ends} setInterval(() => {
      if (!fs.existsSync(folder + "/end")) return; ${report({ what: "done" })} process.exit(); }, 10);`,
    { platform, clock },
  );
  await eventually(() =>
    readFile(join(folder, "ready"), "utf8").then(
      () => true,
      () => undefined,
    ),
  );
  for (let looks = 0; looks < 3; looks += 1) {
    await clock.untilSleepingFor(200);
    await clock.advance(200);
  }
  await writeFile(join(folder, "end"), "");
  expect(await facts).toMatchObject({ bytes, isDone: true });
});

test("what else prints on its standard output is passed over", async () => {
  const { facts } = await start(
    `console.log("loaded"); console.log("null"); console.log("{}"); console.log('{"what":"else"}');
    ${report({ what: "proxy", host: "a:1" })} ${report({ what: "done" })}`,
  );
  expect(await facts).toEqual({ bytes: 0, proxy: "a:1", isDone: true });
});

test("it works in our own folder: what a variable names from there is found", async () => {
  const { facts, folder } = await start(`fs.writeFileSync(folder + "/seen", process.cwd());`);
  await facts;
  expect(await readFile(join(folder, "seen"), "utf8")).toBe(process.cwd());
});

test("what it reports counts as much as what comes: 30 s begin anew", async () => {
  const clock = manualClock();
  const { facts, folder } = await start(
    `fs.writeFileSync(folder + "/ready", ""); ${ends} const look = setInterval(() => {
      if (!fs.existsSync(folder + "/tell")) return; clearInterval(look); ${wholeArchive}
      setTimeout(() => fs.writeFileSync(folder + "/told", ""), 100); }, 10);`,
    { clock },
  );
  const untilThere = (name: string) =>
    eventually(() =>
      readFile(join(folder, name), "utf8").then(
        () => true,
        () => undefined,
      ),
    );
  await untilThere("ready");
  await clock.untilSleepingFor(200);
  await clock.advance(29_000);
  await writeFile(join(folder, "tell"), "");
  await untilThere("told");
  await clock.untilSleepingFor(200);
  await clock.advance(1_000);
  await clock.untilSleepingFor(200);
  await clock.advance(30_000);
  expect(await facts).toMatchObject({ received: { isWhole: true }, stalledMs: 30_000 });
});

test("one of which nothing comes for 30 s is ended", async () => {
  const clock = manualClock();
  const { facts, folder } = await start(`fs.writeFileSync(folder + "/number", String(process.pid)); ${ends}`, {
    clock,
  });
  const read = async () => Number(await readFile(join(folder, "number"), "utf8").catch(() => "")) || undefined;
  const pid = await eventually(read);
  await clock.untilSleepingFor(200);
  await clock.advance(200);
  await clock.untilSleepingFor(200);
  await clock.advance(30_000);
  expect(await facts).toEqual({ bytes: 0, stalledMs: 30_000 });
  expect(await isRunning(pid)).toBe(false);
});

test("a Ctrl-C ends it", async () => {
  const { facts, stop } = await start(`fs.writeFileSync(to, "x"); ${ends}`);
  stop();
  expect((await facts).isDone).toBeUndefined();
});

test("a program that cannot be started has failed", async () => {
  const { facts } = await start("", { ownProgram: ["/nowhere/node"] });
  expect((await facts).failed?.message).toContain("ENOENT");
});
