// What `replay` sends: one fixture many times, a folder; how long the first event of a large folder takes, and how much
// memory a very large one. The peer sends the same body on as many connections.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { recordings } from "../harness/fixtures.mjs";
import { startHandler } from "../harness/handler.mjs";
import { folderWithRecordings } from "../harness/many-files.mjs";
import { median, paired, ratioRow, valueRow } from "../harness/paired.mjs";
import { untilExit } from "../harness/programs.mjs";
import { runProgram } from "../harness/run-program.mjs";
import { startServer } from "../harness/server.mjs";

const against = "autocannon, same body";
const program = resolve("bin/appdirect-hooks.js");

export const rows = [
  (options) => oneFixture(10, options),
  (options) => oneFixture(100, options),
  (options) => wholeFolder(10, options),
  (options) => firstDelivery(10_000, { atMost: 300 }, options),
  (options) => firstDelivery(100_000, { atMost: 1_000 }, options),
  (options) => firstDelivery(10_000, { atMost: 1_000, isNamed: true }, options),
  wholeLargeFolder,
];

/** From a quarter on everything is warm: `steady` is the rate from there, as the handler has it. */
async function oneFixture(connections, { rounds, share }) {
  const count = Math.ceil(40_000 * share);
  const recorded = await recordings(1);
  const words = ["replay", recorded.first, "--times", `${count}`];
  const seen = await measured(recorded, words, { rounds, count, connections });
  const what = `replayed events/s, one fixture, ${connections} connections`;
  return [
    ratioRow({ what: `${what}, whole command`, against, unit: "/s", atLeast: 0.6 }, seen, "whole"),
    ratioRow({ what: `${what}, steady`, against, unit: "/s", atLeast: 0.75 }, seen, "steady"),
  ];
}

async function wholeFolder(connections, { rounds, share }) {
  const count = Math.ceil(20_000 * share);
  const recorded = await recordings(count, { bodyBytes: 3_400 });
  const bytes = readFileSync(recorded.first).length;
  const seen = await measured(recorded, ["replay", "fixtures"], { rounds, count, connections });
  const what = `replayed events/s, a folder of ${count} files of ${bytes} bytes, ${connections} connections, whole command`;
  return ratioRow({ what, against, unit: "/s", atLeast: 0.4 }, seen, "whole");
}

async function measured({ folder, first }, words, { rounds, count, connections }) {
  const handler = await startCounter();
  const body = join(folder, "body");
  writeFileSync(body, JSON.stringify(JSON.parse(readFileSync(first, "utf8")).payload));
  const cannon = fileURLToPath(import.meta.resolve("autocannon"));
  const limits = ["-c", `${connections}`, "-a", `${count}`, "--sampleInt", "100"];
  const own = [program, ...words, "--to", handler.url, "--concurrency", `${connections}`];
  const peer = [cannon, ...limits, "-m", "POST", "-H", "content-type=application/json", "-i", body, handler.url];
  try {
    return await paired(
      rounds,
      () => sending(own, folder, handler, count),
      () => sending(peer, folder, handler, count),
    );
  } finally {
    await handler.close();
  }
}

async function sending(words, place, handler, count) {
  const ms = await runProgram(words, place);
  const times = await handler.times();
  if (times.length !== count) throw new Error(`${times.length} of ${count} events came.`);
  const quarter = count >> 2;
  const steady = ((count - 1 - quarter) / (times[count - 1] - times[quarter])) * 1_000;
  return { whole: (count / ms) * 1_000, steady };
}

async function firstDelivery(files, { atMost, isNamed = false }, { rounds, share }) {
  const count = Math.ceil(files * share);
  const recorded = await recordings(count, { isNamed });
  const { pairs, load } = await paired(
    rounds,
    async () => ({ ms: await untilFirst(recorded.folder) }),
    async () => ({ ms: await runProgram(["-e", "0"], recorded.folder) }),
  );
  const described = {
    what: `first delivery after the start, a folder of ${count}${isNamed ? " whose names have no time" : ""}`,
    against: "node -e 0",
    unit: "ms",
    atMost,
    peer: median(pairs.map(({ peer }) => peer.ms)),
  };
  const own = pairs.map((pair) => pair.own.ms);
  return valueRow(described, own, load);
}

async function untilFirst(folder) {
  const came = new AbortController();
  let at;
  const handler = await startHandler((call) => {
    at ??= performance.now();
    came.abort();
    call.resume();
  });
  const words = [program, "replay", join(folder, "fixtures"), "--to", handler.url];
  const began = performance.now();
  try {
    await runProgram(words, folder, { signal: came.signal });
    return at - began;
  } finally {
    handler.close();
  }
}

/** Once, whatever the rounds: it takes a minute, and its figure is a peak. */
async function wholeLargeFolder({ share }) {
  const count = Math.ceil(100_000 * share);
  const folder = folderWithRecordings(count);
  const handler = await startCounter();
  try {
    const words = [program, "replay", "fixtures", "--to", handler.url, "--concurrency", "10"];
    const env = { ...process.env, XDG_STATE_HOME: join(folder, "state") };
    const { peak } = await untilExit(words, { cwd: folder, env });
    const came = (await handler.times()).length;
    if (came !== count) throw new Error(`${came} of ${count} events came.`);
    return valueRow({ what: `peak memory of replay, a folder of ${count}`, unit: "MB", atMost: 150 }, [peak], 0);
  } finally {
    await handler.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function startCounter() {
  const server = await startServer({ wordsIn: () => [resolve("bench/peers/handler.mjs")] });
  return { url: server.url, times: async () => (await fetch(server.url)).json(), close: () => server.close() };
}
