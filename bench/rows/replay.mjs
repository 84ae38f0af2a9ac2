// What `replay` sends: one fixture many times, a folder, and how long the first event of a large folder takes.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { recordings } from "../harness/fixtures.mjs";
import { startHandler } from "../harness/handler.mjs";
import { median, paired, ratioRow, valueRow } from "../harness/paired.mjs";
import { runProgram } from "../harness/run-program.mjs";
import { startServer } from "../harness/server.mjs";

const against = "autocannon, same body";
const connections = 10;

export const rows = [oneFixture, wholeFolder, firstDelivery];

/** From a quarter on everything is warm: `steady` is the rate from there, as the handler has it. */
async function oneFixture({ rounds, share }) {
  const count = Math.ceil(20_000 * share);
  const seen = await measured(1, rounds, count, (way) => ["replay", way, "--times", `${count}`]);
  const what = `replayed events/s, one fixture, ${connections} connections`;
  return [
    ratioRow({ what: `${what}, whole command`, against, unit: "/s", atLeast: 0.5 }, seen, "whole"),
    ratioRow({ what: `${what}, steady`, against, unit: "/s", atLeast: 0.6 }, seen, "steady"),
  ];
}

async function wholeFolder({ rounds, share }) {
  const count = Math.ceil(5_000 * share);
  const seen = await measured(count, rounds, count, (way) => ["replay", join(way, "..")]);
  const what = `replayed events/s, a folder of ${count}, ${connections} connections`;
  return ratioRow({ what, against, unit: "/s", atLeast: 0.3 }, seen, "whole");
}

async function measured(files, rounds, count, wordsFor) {
  const recorded = await recordings(files);
  const handler = await startCounter();
  const body = join(recorded.folder, "body");
  writeFileSync(body, JSON.stringify(JSON.parse(readFileSync(recorded.first, "utf8")).payload));
  const program = resolve("bin/appdirect-hooks.js");
  const cannon = fileURLToPath(import.meta.resolve("autocannon"));
  const limits = ["-c", `${connections}`, "-a", `${count}`, "--sampleInt", "100"];
  const own = [program, ...wordsFor(recorded.first), "--to", handler.url, "--concurrency", `${connections}`];
  const peer = [cannon, ...limits, "-m", "POST", "-H", "content-type=application/json", "-i", body, handler.url];
  try {
    return await paired(
      rounds,
      () => sending(own, recorded.folder, handler, count),
      () => sending(peer, recorded.folder, handler, count),
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

async function firstDelivery({ rounds, share }) {
  const count = Math.ceil(10_000 * share);
  const recorded = await recordings(count);
  const { pairs, load } = await paired(
    rounds,
    async () => ({ ms: await untilFirst(recorded.folder) }),
    async () => ({ ms: await runProgram(["-e", "0"], recorded.folder) }),
  );
  const described = {
    what: `first delivery after the start, a folder of ${count}`,
    against: "node -e 0",
    unit: "ms",
    atMost: 300,
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
  const words = [resolve("bin/appdirect-hooks.js"), "replay", folder, "--to", handler.url];
  const began = performance.now();
  try {
    await runProgram(words, folder, { signal: came.signal });
    return at - began;
  } finally {
    handler.close();
  }
}

async function startCounter() {
  const server = await startServer({ wordsIn: () => [resolve("bench/peers/handler.mjs")] });
  return { url: server.url, times: async () => (await fetch(server.url)).json(), close: () => server.close() };
}
